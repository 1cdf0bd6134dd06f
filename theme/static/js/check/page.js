// The page "Check a quote": choose a document, paste words, see what the check will say of them.
import { stopped, together } from "./broken.js";
import { byId, goTo } from "./elements.js";
import { pageAt, sourceOf } from "./files.js";
import { readings, withoutMarks } from "./fragments.js";
import { picker } from "./picker.js";
import { PreparedSource } from "./prepared.js";
import { proposal } from "./propose.js";
import { prove, standingOf } from "./prove.js";
import { announced, result } from "./result.js";
import { settled } from "./settle.js";
import { tidied } from "./tidy.js";

const PAUSE = 350; // milliseconds without a key, after which words are checked
const MOST_OTHERS = 24; // documents of the same digests that are looked into

const form = byId("check"), words = byId("check-words"), pageField = byId("check-page");
const shown = byId("check-result"), said = byId("check-said"), spoken = byId("check-announced");
const prepared = new Map();
const propose = proposal();
let source = null, meant = null, turn = 0, timer = 0;

const say = (text) => { spoken.textContent = text; };
const warn = (text) => { byId("check-problem").textContent = text; };

/** A source's texts, ready to be searched; nothing is there for one that is not held. */
function ready(file) {
  if (file.pages && !prepared.has(file.id)) prepared.set(file.id, new PreparedSource(file));
  return prepared.get(file.id);
}

/** Takes a source, if it can be had; says whether it could. */
async function choose(id) {
  let file = null;
  try {
    file = await sourceOf(id);
  } catch {
    warn("The document’s text could not be fetched. Try again in a moment.");
    return false;
  }
  if (!file) {
    warn("There is no document of that name here.");
    return false;
  }
  [source, meant] = [file, null];
  history.replaceState(null, "", `?${new URLSearchParams({ source: file.id })}`);
  byId("check-chosen-title").textContent = file.title;
  byId("check-chosen-title").href = pageAt(file.address);
  byId("check-chosen-facts").textContent = `${file.kind}, ${file.publisher}. ${file.held}`;
  byId("check-finding").hidden = true;
  byId("check-chosen").hidden = false;
  byId("check-page-step").hidden = !file.paged;
  pageField.value = "";
  pageField.max = file.pages?.length ?? "";
  await check();
  return true;
}

/** Checks what is in the form and shows what there is to say; the last turn alone counts. */
async function check() {
  const own = ++turn;
  warn("");
  const { text, hidden } = tidied(words.value);
  if (!source || !readings(text).length) {
    shown.hidden = true;
    say("");
    return;
  }
  const page = source.paged && Number.isInteger(pageField.valueAsNumber) ? pageField.valueAsNumber : null;
  const held = new Map(ready(source) ? [[source.id, ready(source)]] : []);
  const asked = { text, source: source.id, page, prefix: null, ...meant };
  const mended = together(asked, held);
  const claim = { ...asked, text: mended.text };
  let proof = prove(claim, held);
  if (held.size && standingOf(proof.verdict) !== "holds" && !proof.ways.length) {
    for (const file of await others(source)) if (ready(file)) held.set(file.id, ready(file));
    if (own !== turn) return;
    proof = prove(claim, held);
  }
  show({ proof, claim, mended, hidden, source, held });
}

/** The other documents of the digests that cite one; those that cannot be had are left out. */
async function others(file) {
  const ids = [...new Set(file.digests.flatMap((digest) => digest.others))].slice(0, MOST_OTHERS);
  const files = await Promise.all(ids.map((id) => sourceOf(id).catch(() => null)));
  return files.filter(Boolean);
}

function show(found) {
  const { proof, claim, held } = found;
  said.replaceChildren(...result(found, {
    use: (text) => { words.value = text; meant = null; check().then(focusResult); },
    choose: (id) => { choose(id).then(focusResult); },
    mean: (way) => mean(claim, way, held),
  }));
  const may = !stopped(claim.text, proof.verdict) && (standingOf(proof.verdict) === "holds"
    || (!proof.ways.length && !proof.sources.length && standingOf(proof.verdict) === "warns"));
  propose(may ? { text: bare(claim, proof, held), page: claim.page, prefix: claim.prefix } : null, found.source);
  shown.hidden = false;
  say(announced(proof, found.source));
}

/** The words without the marks they came in, where they prove as much without. */
function bare(claim, proof, held) {
  const text = withoutMarks(claim.text);
  return prove({ ...claim, text }, held).verdict === proof.verdict ? text : claim.text;
}

function mean(claim, way, held) {
  const how = settled({ ...claim, page: null, prefix: null }, way, held);
  if (!how) {
    warn("Nothing that stands before it tells this place from the others.");
    return;
  }
  meant = how.prefix === null ? null : { prefix: how.prefix };
  pageField.value = how.page ?? "";
  check().then(focusResult);
}

const focusResult = () => { if (!shown.hidden) goTo(shown); };

const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
};

words.addEventListener("input", () => { meant = null; soon(); });
pageField.addEventListener("input", () => { meant = null; soon(); });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  if (!source) {
    warn("Choose the document first.");
    byId("check-find").focus();
  } else if (!readings(tidied(words.value).text).length) {
    warn("Paste some words first.");
    words.focus();
  } else {
    check().then(focusResult);
  }
});
byId("check-another").addEventListener("click", () => {
  [source, shown.hidden] = [null, true];
  byId("check-chosen").hidden = true;
  byId("check-finding").hidden = false;
  byId("check-page-step").hidden = true;
  byId("check-find").focus();
});

picker(async (id) => { if (await choose(id)) words.focus(); });
form.hidden = false;
const asked = new URLSearchParams(location.search).get("source");
if (asked) choose(asked);
