// Opens every page of a folder in a real browser and prints what is wrong with it: violations of accessibility rules, requests, text
// that runs off a narrow screen, and paper. It leaves a picture of every page, and its PDF, beside the page.
//
//   CHROMIUM=/usr/bin/chromium node check.mjs FOLDER
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = resolve(process.argv[2]);
const pages = readdirSync(folder).filter((name) => name.endsWith(".html")).sort();
const maxBytes = 60 * 1024;
const maxSheets = 6;
const problems = [];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});

for (const name of pages) {
  const wrong = (what) => problems.push(`${name}: ${what}`);
  const file = join(folder, name);
  const base = file.slice(0, -".html".length);
  const url = pathToFileURL(file).href;
  const size = statSync(file).size;
  if (size > maxBytes) wrong(`${size} bytes; want at most ${maxBytes}`);

  const page = await browser.newPage();
  page.on("request", (request) => request.url() === url || wrong(`a request of ${request.url()}`));
  page.on("console", (message) => wrong(`the browser says: ${message.text()}`));
  page.on("pageerror", (error) => wrong(`an error: ${error}`));

  for (const scheme of ["light", "dark"]) {
    await page.setViewport({ width: 1280, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.goto(url);
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
    if (passes.length === 0) wrong(`${scheme}: no rule was checked`);
    for (const { id, help, nodes } of violations) wrong(`${scheme}: ${id}: ${help}: ${nodes.map((n) => n.target).join(", ")}`);
    if (scheme === "light") await page.screenshot({ path: `${base}.png`, fullPage: true });
  }

  for (const width of [320, 768, 1280]) {
    await page.setViewport({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) wrong(`${wide} pixels wide on a screen of ${width}`);
    if (width === 320) await page.screenshot({ path: `${base}-phone.png`, fullPage: true });
  }

  // What comes after the first page, where there is one.
  const second = await page.evaluate(() => document.querySelector(".break + section > h2")?.textContent);
  const explained = name.startsWith("explained"); // all counts take more sheets
  for (const format of ["A4", "Letter"]) {
    const pdf = `${base}-${format}.pdf`;
    await page.pdf({ path: pdf, format, preferCSSPageSize: false, tagged: true });
    const about = execFileSync("pdfinfo", [pdf], { encoding: "utf8" });
    if (!/^Tagged:\s+yes$/m.test(about)) wrong(`${format}: the PDF has no tags`);
    const sheets = Number(/^Pages:\s+(\d+)$/m.exec(about)[1]);
    if (second) {
      const text = execFileSync("pdftotext", ["-f", "2", "-l", "2", pdf, "-"], { encoding: "utf8" }).trim();
      if (!text.startsWith(second)) wrong(`${format}: the first page takes more than one sheet`);
      if (sheets > maxSheets && !explained) wrong(`${format}: ${sheets} sheets; want at most ${maxSheets}`);
    }
    console.log(`${name}: ${sheets} pages of ${format}, ${size} bytes`);
  }
  await page.close();
}
await browser.close();

for (const problem of problems) console.error(problem);
console.log(`${pages.length} pages, ${problems.length} problems`);
process.exitCode = pages.length === 0 || problems.length > 0 ? 1 : 0;
