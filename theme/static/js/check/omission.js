// evidence/omission.py: a quotation of whole sentences that stand in one source, in order, with
// others between them.
import { EVIDENCE } from "../../../data/checker.js";
import { at, isLower, rstrip, split } from "./characters.js";
import { between, inOrder } from "./chain.js";
import { countWords } from "./elision.js";
import { BARRIER, fold } from "./fold.js";
import { fragmentsOf } from "./fragments.js";

const { FEWEST_WORDS } = EVIDENCE.splice;
const { MOST_FRAGMENTS } = EVIDENCE.fragments;
const ENDS_AT_STOP = /[.!?][’”'")\]]*$/u;

/** The stretches that stand together, where whole sentences stand between them; none, if it is one. */
export function sentencesApart(text, source, prepared) {
  const fragments = fragmentsOf(text);
  const asked = fragments.length === 1 ? sentences(fragments[0]) : [];
  if (asked.length < 2 || asked.length > MOST_FRAGMENTS) return [];
  const reading = prepared.body;
  const matches = inOrder({ fragments: asked.map(fold) }, reading);
  if (!matches.length) return [];
  const runs = [[0]];
  for (let index = 1; index < matches.length; index += 1) {
    const leftOut = between(reading, matches[index - 1], matches[index]);
    if (!countWords(leftOut)) runs.at(-1).push(index);
    else if (leftOut.includes(BARRIER) || !ENDS_AT_STOP.test(rstrip(leftOut))) return [];
    else runs.push([index]);
  }
  const written = runs.map((run) => run.map((index) => asked[index]).join(" "));
  if (runs.length < 2 || Math.min(...written.map(countWords)) < FEWEST_WORDS) return [];
  return runs.map((run, index) => ({
    source,
    reading,
    match: { start: matches[run[0]].start, end: matches[run.at(-1)].end },
    words: split(written[index]).length,
  }));
}

/** The sentences of a text; one that begins small is no new one. */
function sentences(text) {
  const words = split(text);
  const found = [words.slice(0, 1)];
  words.slice(1).forEach((word, index) => {
    if (ENDS_AT_STOP.test(words[index]) && !isLower(at(word, 0))) found.push([]);
    found.at(-1).push(word);
  });
  return found.map((each) => each.join(" "));
}
