
// A code, as assess/collect makes it: bits, a check over them, and digits in groups.

const binary = (n, size) => n.toString(2).padStart(size, "0");

function check(bits) {
  const top = 1 << (C.code.checkBits - 1);
  let sum = 0;
  for (const bit of bits) {
    const differs = Boolean(sum & top) !== (bit === "1");
    sum = (sum << 1) & (2 * top - 1);
    if (differs) sum ^= C.code.polynomial;
  }
  return sum;
}

// encode returns the code of a role, which may be "", and of the ratings of all statements: 0 is open, else 1 to 7.
function encode(role, ratings) {
  let bits = C.code.head + binary(C.code.roles.indexOf(role), C.code.roleBits);
  for (const rating of ratings) bits += binary(rating, C.code.ratingBits);
  bits += binary(check(bits), C.code.checkBits);
  let code = "";
  for (let at = 0; at < bits.length; at += C.code.digitBits) {
    if (at > 0 && at % (C.code.digitBits * C.code.groupDigits) === 0) code += "-";
    code += C.code.digits[parseInt(bits.slice(at, at + C.code.digitBits), 2)];
  }
  return code;
}

// A file, as assess/answersfile writes it in JSON.

const forbidden = new RegExp("[" + C.forbidden + "]|\\p{Cs}", "gu");

// typed returns a text as a note may hold it, and what to tell about that.
function typed(text) {
  const lines = text.replace(/\r\n?|\u2028|\u2029/g, "\n");
  const kept = [...lines.replace(forbidden, "")];
  const note = kept.slice(0, C.maxNote).join("");
  if (kept.length > C.maxNote) return [note, C.say.tooLong.replace("#", C.maxNote)];
  return [note, note === lines ? "" : C.say.removed];
}

const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && text > "0001" && !isNaN(Date.parse(text));

function answersFile(answers) {
  const file = { format: C.format, catalogue: C.catalogue };
  if (answers.coalition) file.coalition = answers.coalition;
  if (answers.role) file.role = answers.role;
  if (isDay(answers.date)) file.date = answers.date;
  file.language = C.language;
  if (answers.readOut) file.read_out = true;
  const ratings = answers.ratings.values();
  const notes = answers.notes.values();
  for (const half of C.halves) {
    const topics = {};
    for (const [topic, ...questions] of half.topics) {
      const all = {};
      for (const question of questions) {
        const rating = ratings.next().value;
        if (rating > 0) all[question] = rating > 5 ? C.values[rating - 1] : rating;
      }
      const note = typed(notes.next().value)[0].trim();
      if (note) all.note = note;
      const keys = Object.keys(all);
      if (keys.length > 0) topics[topic] = keys.join() === "overall" ? all.overall : all;
    }
    if (Object.keys(topics).length > 0) file[half.key] = topics;
  }
  return JSON.stringify(file, null, 2) + "\n";
}

// The page.

document.addEventListener("DOMContentLoaded", () => {
  const { say } = C;
  const $ = (id) => document.getElementById(id);
  const form = $("form");
  const statements = [...form.querySelectorAll("[id^=q]")];
  const notes = [...form.querySelectorAll("textarea")];
  const name = document.querySelector("h1 bdi");
  const coalition = name ? name.textContent : "";
  const store = ["coalcheck", C.catalogue, C.language, C.depth, coalition].join("/");
  // More open statements than this are not listed.
  const manyOpen = 12;
  // Whether nothing is lost when the page is closed.
  let given = true;

  const listen = (event, act) => form.addEventListener(event, act);
  const clicked = (id, act) => $(id).addEventListener("click", act);
  const tell = (text) => { $("status").textContent = text; };
  const inputs = (statement) => [...statement.querySelectorAll("input")];
  const chosen = (within) => within.querySelector("input:checked");
  const ratingOf = (statement) => inputs(statement).indexOf(chosen(statement)) + 1;
  const isOpen = (statement) => ratingOf(statement) === 0;
  const rate = (statement, rating) => {
    const input = inputs(statement)[rating - 1];
    if (input) input.checked = true;
  };
  const roles = form.querySelector(".roles");

  function answers() {
    const role = chosen(roles);
    return {
      coalition,
      role: role && role.value !== "none" ? role.value : "",
      date: $("date").value,
      readOut: $("read-out").checked,
      ratings: statements.map(ratingOf),
      notes: notes.map((note) => note.value),
    };
  }
  const codeLine = () => {
    const { role, ratings } = answers();
    return C.code.mark + " " + encode(role, ratings);
  };

  // show brings everything up to date with the answers.
  function show() {
    const open = statements.filter(isOpen);
    const done = statements.length - open.length;
    $("progress").value = done;
    $("count").textContent = say.count.replace("#", done).replace("%", statements.length);
    $("next").textContent = open.length > 0 ? say.next : say.finish;
    $("code").textContent = codeLine();
    $("open").textContent = [say.allAnswered, say.oneOpen][open.length] || say.open.replace("#", open.length);
    if (open.length > manyOpen) return;
    for (const statement of open) {
      const link = document.createElement("a");
      link.href = "#" + statement.id;
      link.textContent = statement.id.slice(1);
      $("open").append(" ", link);
    }
  }

  function changed() {
    given = false;
    tell("");
    show();
    keep();
  }

  // Where one is, and where to go.

  function go(to) {
    to.focus({ preventScroll: true });
    (to.closest("[id^=q]") || to).scrollIntoView({ block: to.closest("[id^=q]") ? "center" : "start" });
  }
  const first = (statement) => chosen(statement) || statement.querySelector("input");
  let here = -1;
  listen("focusin", (event) => {
    const at = statements.indexOf(event.target.closest("[id^=q]"));
    if (at >= 0) here = at;
  });
  clicked("next", () => {
    const open = statements.filter(isOpen);
    const next = open.find((statement) => statements.indexOf(statement) > here) || open[0];
    go(next ? first(next) : $("end"));
  });
  clicked("open", (event) => {
    if (event.target.hash) {
      event.preventDefault();
      go(first($(event.target.hash.slice(1))));
    }
  });

  // onward goes to the next statement, and between the halves to the words on the other scale.
  function onward(statement) {
    const next = statements[statements.indexOf(statement) + 1];
    const section = next ? next.closest("section") : form.querySelector(".about");
    go(next && section === statement.closest("section") ? first(next) : section.querySelector("h2"));
  }

  listen("keydown", (event) => {
    const statement = event.target.closest("[id^=q]");
    if (!statement || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    if (key === "backspace" || key === "delete") {
      clear(statement);
    } else {
      const rating = C.values.findIndex((value) => value[0] === key) + 1;
      if (rating === 0) return;
      rate(statement, rating);
      changed();
      onward(statement);
    }
    event.preventDefault();
  });

  // An answer that is tapped again is taken back.
  let tapped = null;
  listen("pointerdown", (event) => {
    const label = event.target.closest("label");
    const input = label && label.querySelector("input[type=radio]");
    tapped = input && input.checked ? input : null;
  });
  listen("click", (event) => {
    if (event.target !== tapped) return;
    tapped = null;
    event.target.checked = false;
    changed();
  });
  function clear(statement) {
    const input = chosen(statement);
    if (!input) return;
    input.checked = false;
    changed();
  }

  // Notes lose at once what a file would not take.

  function tidy(note) {
    const [text, about] = typed(note.value);
    if (text !== note.value) {
      const at = Math.max(0, note.selectionEnd - (note.value.length - text.length));
      note.value = text;
      note.setSelectionRange(at, at);
    }
    changed();
    tell(about);
  }
  listen("input", (event) => {
    if (!notes.includes(event.target)) changed();
    else if (!event.isComposing) tidy(event.target);
  });
  listen("compositionend", (event) => {
    if (notes.includes(event.target)) tidy(event.target);
  });
  listen("submit", (event) => event.preventDefault());

  // The ways back.

  // handedOn tells what was done with the code, in which notes are missing.
  function handedOn(text) {
    const noted = notes.some((note) => note.value.trim());
    given = !noted;
    tell(noted ? say.notesLeft : text);
  }

  async function copy(text, from) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      getSelection().selectAllChildren(from);
      if (!document.execCommand("copy")) {
        tell(say.notCopied);
        return false;
      }
    }
    return true;
  }
  clicked("copy-code", async () => {
    if (await copy(codeLine(), $("code"))) handedOn(say.copied);
  });
  clicked("copy-file", async () => {
    $("text").textContent = answersFile(answers());
    $("text").hidden = false;
    if (!(await copy($("text").textContent, $("text")))) return;
    given = true;
    tell(say.copied);
  });
  $("share").hidden = !navigator.share;
  clicked("share", async () => {
    try {
      await navigator.share({ text: codeLine() });
      handedOn(say.shared);
    } catch {
      // The person closed the sheet.
      tell("");
    }
  });
  clicked("save", () => {
    const link = document.createElement("a");
    link.download = say.fileName + "-" + codeLine().replace(/-/g, "").slice(-4).toLowerCase() + ".json";
    link.href = URL.createObjectURL(new Blob([answersFile(answers())], { type: "application/json" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    given = true;
    tell(say.saved.replace("#", link.download));
  });
  addEventListener("beforeunload", (event) => {
    if (!given && !$("keep").checked) event.preventDefault();
  });

  // What is kept in the browser, if the person says so.

  function keep() {
    if (!$("keep").checked) return;
    try {
      localStorage.setItem(store, JSON.stringify(answers()));
    } catch {
      $("keep").checked = false;
      tell(say.cannotKeep);
    }
  }
  function forget() {
    try {
      localStorage.removeItem(store);
    } catch {
      // Nothing is kept.
    }
  }
  function restore() {
    $("keep").checked = false;
    try {
      const kept = JSON.parse(localStorage.getItem(store));
      if (!kept) return;
      statements.forEach((statement, i) => rate(statement, kept.ratings[i]));
      notes.forEach((note, t) => {
        note.value = typed(String(kept.notes[t] || ""))[0];
        note.closest("details").open = note.value !== "";
      });
      const role = inputs(roles).find((input) => input.value === (kept.role || "none"));
      if (role) role.checked = true;
      $("date").value = kept.date;
      $("read-out").checked = kept.readOut === true;
      $("keep").checked = true;
      tell(say.restored);
    } catch {
      // What is kept there is not ours, or nothing can be kept.
    }
  }
  $("keep").addEventListener("change", () => {
    if (!$("keep").checked) forget();
    tell($("keep").checked ? say.kept : say.notKept);
    keep();
  });
  const today = () => {
    const now = new Date();
    $("date").value = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  };
  clicked("clear", () => {
    if (!confirm(say.reallyClear)) return;
    forget();
    form.reset();
    $("keep").checked = false;
    today();
    for (const details of form.querySelectorAll("details")) details.open = false;
    $("text").hidden = true;
    here = -1;
    given = true;
    show();
    tell(say.cleared);
    scrollTo(0, 0);
  });

  today();
  restore();
  show();
  // All works: this is no longer the form for a pen.
  $("paper").media = "print";
});
