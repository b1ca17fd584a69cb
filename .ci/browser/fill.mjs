// fill enters answers into the form of a page as a person does, and returns the code and the file of them. It runs in the page.
export const fill = (answers) => {
  const get = (id) => document.getElementById(id);
  get("clear").click();
  answers.ratings.forEach((rating, i) => rating > 0 && document.querySelectorAll(`#q${i + 1} input`)[rating - 1].click());
  document.querySelector(`[name=role][value=${answers.role || "none"}]`).click();
  get("date").value = answers.date;
  if (answers.readOut) get("read-out").click();
  document.querySelectorAll("textarea").forEach((note, i) => {
    note.value = answers.notes[i];
    note.dispatchEvent(new Event("input", { bubbles: true }));
  });
  get("copy-file").click();
  return { code: get("code").textContent, file: get("text").textContent };
};

// conforms fills in all forms and makes all codes of a depth, and returns what is wrong with them.
export async function conforms(page, { codes, forms }) {
  const wrong = [];
  const made = await page.evaluate((all) => all.map(({ role, ratings }) => encode(role, ratings)), codes);
  const otherCodes = made.filter((code, i) => code !== codes[i].code).length;
  if (otherCodes > 0) wrong.push(`${otherCodes} of ${codes.length} codes differ`);
  let otherFiles = 0;
  for (const answers of forms) {
    const { code, file } = await page.evaluate(fill, answers);
    if (code !== `coalcheck: ${answers.code}` || file !== answers.json) otherFiles++;
  }
  if (otherFiles > 0) wrong.push(`${otherFiles} of ${forms.length} forms differ`);
  return wrong;
}
