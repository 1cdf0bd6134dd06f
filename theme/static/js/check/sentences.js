// composing/proof_words.py and verdict_words.py: a verdict as a sentence. The words are those.
import { WORDS } from "../../../data/checker.js";
import { pagesOf } from "./prove.js";

const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

export const counted = (number, one) => `${number.toLocaleString("en-GB")} ${one}${number === 1 ? "" : "s"}`;
const inARow = (parts) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** The two or three words that stand for a verdict. */
export const shortOf = (verdict) => WORDS.SHORT[verdict] ?? capital(verdict);

/** What the site says of a proof; of one that fails, what the command line says. */
export function sentenceOf(proof, source) {
  const { verdict } = proof, { kind } = source;
  const inPart = verdict === "unheld" && source.extracts;
  if (inPart) return filled(WORDS.NOT_IN_EXTRACTS, { kind });
  if (verdict in WORDS.NOT_CHECKED) return filled(WORDS.NOT_CHECKED[verdict], { kind });
  if (!(verdict in WORDS.HOW)) return `${capital(WORDS.SAID[verdict])}.`;
  const leftOut = proof.gaps.reduce((sum, gap) => sum + gap.words, 0);
  const how = filled(WORDS.HOW[verdict], { words: counted(leftOut, "word") });
  const tail = source.via ? filled(WORDS.SECOND_HAND, { publisher: source.via }) : "";
  return `${how} ${placeWords(proof, source)}${tail}.`;
}

/** `in the press release, paragraph 4`. */
function placeWords(proof, source) {
  const { kind } = source;
  if (source.extracts) return filled(WORDS.PLACES.extracts, { kind });
  const paragraphs = [...new Set(proof.places.flat().map((place) => place.paragraph))];
  const numbers = source.paged ? pagesOf(proof) : paragraphs.sort((one, other) => one - other);
  const unit = `${source.paged ? "page" : "paragraph"}${numbers.length > 1 ? "s" : ""}`;
  return filled(WORDS.PLACES[unit], { kind, numbers: inARow(numbers.map(String)) });
}

/** `A number: where the source has “seven”, this has “six”`. */
export function changeWords({ kind, quoted, printed }) {
  const words = quoted && printed ? WORDS.STANDS_FOR : quoted ? WORDS.ADDED : WORDS.LEFT_OUT;
  const start = kind in WORDS.KINDS ? `${capital(WORDS.KINDS[kind])}: ` : "";
  return start + filled(words, { quoted, printed });
}
