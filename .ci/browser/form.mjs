// Opens the forms of a folder, quick.html and full.html, in a real browser and prints what is wrong with them: accessibility, requests,
// sideways scrolling, pages of paper, and codes and files that are not those of the program. It leaves pictures and PDFs beside them.
//
//   CHROMIUM=/usr/bin/chromium node form.mjs PROGRAM FOLDER VECTORS
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { conforms, fill } from "./fill.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [program, folder] = process.argv.slice(2, 4).map((path) => resolve(path));
const vectors = JSON.parse(readFileSync(process.argv[4], "utf8"));
const maxBytes = 64 * 1024;
const maxSheets = { quick: 1, full: 3 };
const problems = [];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});

for (const depth of ["quick", "full"]) {
  const wrong = (what) => problems.push(`${depth}: ${what}`);
  const base = join(folder, depth);
  const url = pathToFileURL(`${base}.html`).href;
  const size = statSync(`${base}.html`).size;
  if (size > maxBytes) wrong(`${size} bytes; want at most ${maxBytes}`);

  const page = await browser.newPage();
  const downloads = await page.createCDPSession();
  await downloads.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder, eventsEnabled: true });
  // What is in the page itself is no request: the file to save, and the picture that Chromium has for a calendar.
  page.on("request", (request) => request.url().split("#")[0] === url || /^(blob|data):/.test(request.url()) || wrong(`a request of ${request.url()}`));
  page.on("console", (message) => wrong(`the browser says: ${message.text()}`));
  page.on("pageerror", (error) => wrong(`an error: ${error}`));
  page.on("dialog", (dialog) => dialog.accept());

  // axe runs in the light and in the dark, before and after a form is filled in.
  for (const scheme of ["light", "dark"]) {
    await page.setViewport({ width: 375, height: 812 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.goto(url);
    await page.screenshot({ path: `${base}-phone-${scheme}.png`, fullPage: true });
    if (scheme === "dark") await page.evaluate(fill, vectors[depth].forms[0]);
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
    if (passes.length === 0) wrong(`${scheme}: no rule was checked`);
    for (const { id, help, nodes } of violations) wrong(`${scheme}: ${id}: ${help}: ${nodes.slice(0, 5).map((n) => n.target).join(", ")}`);
  }
  const title = await page.evaluate(() => document.querySelector("h1 bdi").textContent);
  if (title !== vectors.coalition) wrong(`the coalition is ${title}`);

  for (const width of [320, 375, 768, 1280]) {
    await page.setViewport({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) wrong(`${wide} pixels wide on a screen of ${width}`);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("input, button, summary, textarea, #open a")]
        .filter((e) => e.type !== "checkbox" && e.checkVisibility())
        .filter((e) => e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().width < 44)
        .map((e) => e.id || e.name || e.tagName));
    if (small.length > 0) wrong(`smaller than 44 pixels on a screen of ${width}: ${small.slice(0, 5).join(", ")}`);
  }

  // Codes and files.
  for (const what of await conforms(page, vectors[depth])) wrong(what);
  const fixed = { quick: ["member", 20, [3], "ADPV-DPVD-PVDP-VDAE"], full: ["leader", 50, [1, 2, 3, 4, 5], "B4MW-MMWM-MWMM-WMMW-MMWM-MWMM-WMMW-MMWP-37"] };
  const [role, count, cycle, want] = fixed[depth];
  const got = await page.evaluate((role, ratings) => encode(role, ratings), role, Array.from({ length: count }, (_, i) => cycle[i % cycle.length]));
  if (got !== want) wrong(`the code is ${got}; want ${want}`);

  // On a phone nothing covers what is chosen, and what is chosen twice is open again.
  if (depth === "quick") {
    const { ratings, role, code } = vectors.quick.forms[2];
    await page.setViewport({ width: 375, height: 667 });
    await page.goto(url);
    for (const [i, rating] of ratings.entries()) {
      const choice = `#q${i + 1} label:nth-child(${rating || 3})`;
      await page.evaluate((choice) => document.querySelector(choice).scrollIntoView({ block: "center" }), choice);
      await page.click(choice);
      if (rating === 0) await page.click(choice);
    }
    await page.click(`label:has([name=role][value=${role || "none"}])`);
    const made = await page.evaluate(() => document.getElementById("code").textContent);
    if (made !== `coalcheck: ${code}`) wrong(`after choosing on a phone, the code is ${made}; want ${code}`);
  }

  // The file that is saved makes the same report as one that the program wrote.
  const answers = vectors[depth].forms[1];
  await page.evaluate(fill, answers);
  const saved = new Promise((done) => downloads.on("Browser.downloadProgress", ({ state }) => state === "completed" && done()));
  await page.evaluate(() => document.getElementById("save").click());
  await saved;
  const name = readdirSync(folder).find((name) => name.endsWith(`${answers.code.replaceAll("-", "").slice(-4).toLowerCase()}.json`));
  writeFileSync(`${base}.yaml`, answers.yaml);
  const report = (file) => execFileSync(program, ["assess", "--answers", file, "--explain"], { encoding: "utf8" });
  if (!name) wrong("no file was saved");
  else if (report(join(folder, name)) !== report(`${base}.yaml`)) wrong("the saved file makes another report");

  // A keyboard alone: digits rate and go on, and the end of the pitfalls leads to the words before the pills.
  await page.evaluate(() => document.getElementById("clear").click());
  await page.focus("#q1 input");
  const half = count === 20 ? 10 : 30;
  for (let i = 0; i < half; i++) await page.keyboard.press("4");
  await page.keyboard.press("5");
  const typed = await page.evaluate(() => [document.querySelectorAll("[id^=q] :checked").length, document.activeElement.tagName]);
  if (typed.join() !== `${half},H2`) wrong(`after ${half} digits: ${typed}`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("d");
  await page.keyboard.press("Backspace");
  const code = await page.evaluate(() => document.getElementById("code").textContent);

  // What is kept is there again only if the person said so, until it is cleared.
  await page.goto(url);
  if ((await page.evaluate(() => document.querySelectorAll("[id^=q] :checked").length)) > 0) wrong("answers were kept unasked");
  await page.evaluate(fill, answers);
  await page.click("#keep");
  const before = await page.evaluate(() => document.getElementById("code").textContent);
  await page.goto(url);
  const after = await page.evaluate(() => document.getElementById("code").textContent);
  if (before !== after || code === after) wrong(`kept answers have the code ${after}; want ${before}`);
  await page.evaluate(() => document.getElementById("clear").click());
  if ((await page.evaluate(() => localStorage.length)) > 0) wrong("answers are kept after they were cleared");

  // Paper, and a browser without scripts, which shows the same.
  for (const scripts of [true, false]) {
    await page.setJavaScriptEnabled(scripts);
    await page.goto(url);
    for (const format of ["A4", "Letter"]) {
      const pdf = `${base}-${format}.pdf`;
      await page.pdf({ path: pdf, format, preferCSSPageSize: false, tagged: true });
      const sheets = Number(/^Pages:\s+(\d+)$/m.exec(execFileSync("pdfinfo", [pdf], { encoding: "utf8" }))[1]);
      if (sheets > maxSheets[depth]) wrong(`${sheets} pages of ${format}; want at most ${maxSheets[depth]}`);
      for (let sheet = 1; sheet <= sheets; sheet++) {
        const text = execFileSync("pdftotext", ["-f", sheet, "-l", sheet, pdf, "-"], { encoding: "utf8" });
        if (!text.includes("d Don't know, n Not applicable")) wrong(`page ${sheet} of ${format} lacks the words of the scale`);
        if (sheet === sheets && !text.includes("Please return this sheet to:")) wrong(`page ${sheet} of ${format} does not say where to return it`);
      }
      if (scripts) console.log(`${depth}: ${sheets} pages of ${format}, ${size} bytes`);
    }
    if (!scripts) {
      await page.setViewport({ width: 320, height: 800 });
      await page.screenshot({ path: `${base}-no-script.png`, fullPage: true });
      const still = await page.evaluate(() => [document.documentElement.scrollWidth, getComputedStyle(document.querySelector(".still")).display]);
      if (still.join() !== "320,block") wrong(`without scripts: ${still}`);
    }
  }
  await page.close();
}
await browser.close();

for (const problem of problems) console.error(problem);
console.log(`2 forms, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
