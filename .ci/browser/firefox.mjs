// Opens the forms of a folder, quick.html and full.html, in Firefox and prints what is wrong with them: codes and files that are not those
// of the program, errors, and too many pages of paper. It leaves PDFs beside them.
//
//   FIREFOX=/usr/bin/firefox node firefox.mjs FOLDER VECTORS
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { conforms } from "./fill.mjs";

const folder = resolve(process.argv[2]);
const vectors = JSON.parse(readFileSync(process.argv[3], "utf8"));
const maxSheets = { quick: 1, full: 3 };
const problems = [];

const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX });
for (const depth of ["quick", "full"]) {
  const wrong = (what) => problems.push(`${depth} in Firefox: ${what}`);
  const base = join(folder, depth);
  const page = await browser.newPage();
  page.on("console", (message) => wrong(`the browser says: ${message.text()}`));
  page.on("pageerror", (error) => wrong(`an error: ${error}`));
  await page.goto(pathToFileURL(`${base}.html`).href);
  await page.evaluate(() => { globalThis.confirm = () => true; });
  for (const what of await conforms(page, vectors[depth])) wrong(what);
  for (const format of ["A4", "Letter"]) {
    const pdf = `${base}-${format}-firefox.pdf`;
    await page.pdf({ path: pdf, format, margin: { top: "8mm", bottom: "8mm", left: "12mm", right: "12mm" } });
    const sheets = Number(/^Pages:\s+(\d+)$/m.exec(execFileSync("pdfinfo", [pdf], { encoding: "utf8" }))[1]);
    if (sheets > maxSheets[depth]) wrong(`${sheets} pages of ${format}; want at most ${maxSheets[depth]}`);
  }
}
const version = await browser.version();
await browser.close();

for (const problem of problems) console.error(problem);
console.log(`2 forms in ${version}, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
