// What the check says, as elements: the verdict in a sentence, how it differs, where it stands.
import { WORDS } from "../../../data/checker.js";
import { stopped } from "./broken.js";
import { passage } from "./context.js";
import { make, sign } from "./elements.js";
import { fragmentsOf } from "./fragments.js";
import { standingOf } from "./prove.js";
import { changeWords, counted, sentenceOf, shortOf } from "./sentences.js";

const MOST_WAYS = 12;

/** The first words of a result, for those who hear it. */
export const announced = (proof, source) => `${shortOf(proof.verdict)}. ${sentenceOf(proof, source)}`;

/**
 * Elements for a proof. `held` are the prepared sources; `does` is what buttons do: `use(words)`,
 * `mean(way)`, `choose(source id)`.
 */
export function result({ proof, claim: { text }, mended, hidden, source, held }, does) {
  return [
    verdict(proof, source),
    ...notes(proof, text, mended, hidden),
    ...choices(mended, does),
    ...elsewhere(proof, source, held, does),
    ...difference(proof, text, held, does),
    ...where(proof, source, held, does),
    ...leftOut(proof),
  ];
}

function verdict(proof, source) {
  const standing = standingOf(proof.verdict);
  const kind = standing === "fails" ? "failed" : standing === "warns" ? "unproved" : source.via ? "second-hand" : "proved";
  return make("p", { className: `check-verdict proof-${kind}` },
    sign(kind), make("b", {}, `${shortOf(proof.verdict)}.`), ` ${sentenceOf(proof, source)}`);
}

function notes(proof, text, mended, hidden) {
  const found = [];
  if (hidden) {
    found.push(`${counted(hidden, "character")} that nobody can see ${hidden === 1 ? "was" : "were"} taken out of the words.`);
  }
  for (const [pasted, read] of mended.made) found.push(`“${pasted}” is read as “${read}”: a line ended there.`);
  if (stopped(text, proof.verdict) && !mended.choices.length) {
    found.push("There is a space after a hyphen, where a line ended: keep the whole word together, or the check will stop there.");
  }
  for (const { notes: held } of proof.gaps) {
    const grave = held.filter((note) => note in WORDS.KINDS).map((note) => WORDS.KINDS[note]);
    if (grave.length) found.push(`What is left out holds ${grave.join(", ")}: readers will be told.`);
  }
  return found.map((words) => make("p", { className: "check-note" }, words));
}

/** The words of which a person has to say how they are spelt: the lines to paste wait for it. */
function choices(mended, does) {
  return mended.choices.map(({ word, forms }) => make("div", { className: "check-choice" },
    make("p", { className: "check-note" }, `“${word}” has a hyphen where a line ended. Choose how the word is really spelt; then there are lines to paste.`),
    make("p", { className: "check-do" }, forms.map(([form, text]) => action(`Write “${form}”`, () => does.use(text))))));
}

/** Where the words stand in other documents, whole or in pieces. */
function elsewhere(proof, source, held, does) {
  if (!proof.sources.length) return [];
  const owners = proof.pieces ?? proof.sources;
  return [
    make("h3", {}, proof.pieces ? "Its pieces" : "Where they stand"),
    ...proof.places.flatMap((run, index) => {
      const owner = owners[Math.min(index, owners.length - 1)];
      const { source: other } = held.get(owner);
      const button = owner === source.id ? [] : [action("Check against that document", () => does.choose(owner))];
      return [
        make("p", { className: "check-hint" }, `${other.title} (${other.kind})`),
        passage(other, [run], ...button),
      ];
    }),
  ];
}

/** The nearest passage of a quotation that fails, and how it differs, the gravest first. */
function difference({ nearest, verdict: given }, text, held, does) {
  if (!nearest || given === "elsewhere" || given === "spliced") return [];
  const { source } = held.get(nearest.source);
  const whole = fragmentsOf(text).length === 1;
  const use = whole ? [action("Use the document’s words", () => does.use(nearest.text))] : [];
  return [
    make("h3", {}, "How it differs from the nearest passage"),
    make("ul", { className: "check-changes" }, nearest.changes.map((change) =>
      make("li", { className: change.kind === "word" ? "" : "check-grave" }, changeWords(change)))),
    passage(source, [nearest.places], ...use),
  ];
}

/** The place of a quotation that holds, or the several places among which one has to be meant. */
function where(proof, source, held, does) {
  if (proof.sources.length || !proof.places.length) return [];
  if (!proof.ways.length) return [make("h3", {}, "Where it stands"), passage(source, proof.places)];
  const choice = proof.verdict === "ambiguous" || proof.verdict === "misplaced";
  const shown = proof.ways.slice(0, MOST_WAYS).map((way) =>
    passage(source, way, ...(choice ? [action("This one is meant", () => does.mean(way))] : [])));
  const more = proof.ways.length - MOST_WAYS;
  return [
    make("h3", {}, proof.ways.length > 1 ? "Where it stands: choose one" : "Where it stands"),
    ...shown,
    ...(more > 0 ? [make("p", { className: "check-hint" }, `And ${counted(more, "more place")}.`)] : []),
  ];
}

/** The words left out, to be opened. */
function leftOut({ gaps }) {
  const told = gaps.filter((gap) => gap.text);
  return told.map((gap, index) => {
    const number = told.length > 1 ? ` (${index + 1} of ${told.length})` : "";
    const words = make("p", {}, gap.text);
    words.dir = "auto";
    return make("div", { className: "omissions" }, make("details", { className: "omitted" },
      make("summary", {}, `Read the words left out${number}`), words));
  });
}

function action(words, does) {
  const button = make("button", { type: "button", className: "check-quiet" }, words);
  button.addEventListener("click", does);
  return button;
}
