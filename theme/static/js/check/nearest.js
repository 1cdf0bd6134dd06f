// evidence/nearest.py: the passage a failed quotation comes closest to. It explains a failure and
// decides nothing. Words vote for where they would have it start; the best places are aligned.
import { EVIDENCE } from "../../../data/checker.js";
import { lstripOf, rstripOf, split } from "./characters.js";
import { changesBetween } from "./changes.js";
import { BARRIER, compact } from "./fold.js";
import { readable } from "./prepared.js";
import { plain } from "./words.js";

const {
  COMMON, MOST_VOTES, BUCKET, CANDIDATES, OPENING, CLOSING, GOOD_ENOUGH, LONGEST,
} = EVIDENCE.nearest;
const BRACKETED = new RegExp(EVIDENCE.nearest.BRACKETED); // within a word: "(a)leaders"

/** The passage that shares most words with `quote`, in its order; null if none shares any. */
export function nearestPassage(quote, reading) {
  const index = reading.words;
  const written = split(quote).filter(plain).slice(0, LONGEST);
  const shapes = written.map(compact), half = Math.floor(shapes.length / 2);
  let best = null;
  for (const guess of guesses(shapes.map(plain), index.places)) {
    const low = Math.max(guess - half - BUCKET, 0);
    const high = Math.min(guess + shapes.length + half + BUCKET, index.shapes.length);
    const passage = align(written, shapes, reading, low, high);
    if (passage && reading.flow.text.slice(passage.start, passage.end).includes(BARRIER)) {
      continue; // no passage: nobody knows what stands between two extracts
    }
    if (passage && (best === null || passage.shared > best.shared)) best = passage;
    if (best && best.shared > GOOD_ENOUGH) break;
  }
  return best;
}

/** The likeliest places for the quotation to start at, by votes of its words. */
function guesses(words, places) {
  const held = [];
  words.forEach((word, offset) => {
    if (places.has(word)) held.push([offset, places.get(word)]);
  });
  const few = held.filter(([, found]) => found.length <= COMMON);
  const votes = new Map();
  for (const [offset, found] of few.length ? few : held) {
    const weight = Math.floor(1_000_000 / (20 + found.length));
    for (const place of found.slice(0, MOST_VOTES)) {
      const bucket = Math.floor((place - offset) / BUCKET);
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
      votes.set(bucket + 1, (votes.get(bucket + 1) ?? 0) + weight);
    }
  }
  return [...votes].sort((one, other) => other[1] - one[1] || one[0] - other[0])
    .slice(0, CANDIDATES).map(([bucket]) => bucket * BUCKET);
}

function align(written, shapes, reading, low, high) {
  const { spans, shapes: all } = reading.words, { text } = reading.flow;
  const held = all.slice(low, Math.max(high, low));
  const pairs = withinSentence(cheapestPairs(shapes, held), shapes, held);
  const paired = pairs.filter(([, printed]) => printed !== null).map(([, printed]) => low + printed);
  if (!paired.length) return null;
  const columns = pairs.map(([asked, printed]) => [
    asked === null ? null : written[asked],
    printed === null ? null : readable(text.slice(...spans[low + printed])),
  ]);
  const [start, end] = trim(columns, spans[paired[0]][0], spans[paired.at(-1)][1]);
  const same = columns.filter(([quoted, printed]) => plain(quoted || "") === plain(printed || " ")).length;
  const changes = changesBetween(columns);
  return { start, end, shared: same / shapes.length, text: readable(text.slice(start, end)), changes };
}

/** A word that differs at an edge of the quotation stands for none of another sentence. */
function withinSentence(pairs, asked, held) {
  if (pairs.length < 3) return pairs;
  const [first, printed] = pairs[0], [last, lastPrinted] = pairs.at(-1);
  let found = pairs;
  if (first !== null && printed !== null && ends(held[printed])) {
    const same = plain(asked[first]) === plain(held[printed]);
    found = same ? found : [[first, null], ...found.slice(1)];
  }
  if (last !== null && lastPrinted && ends(held[lastPrinted - 1])) {
    const same = plain(asked[last]) === plain(held[lastPrinted]);
    found = same ? found : [...found.slice(0, -1), [last, null]];
  }
  return found;
}

const ends = (shape) => /[.!?]$/.test(rstripOf(shape, "')"));

/** Leaves off marks printed at the passage's edges beyond those that the quotation has; but no half of two brackets. */
function trim(columns, from, to) {
  let start = from, end = to;
  let [quoted, printed] = columns[0];
  if (quoted && printed && !BRACKETED.test(printed)) {
    const ours = folded(quoted.slice(0, quoted.length - lstripOf(quoted, OPENING).length));
    const theirs = printed.slice(0, printed.length - lstripOf(printed, OPENING).length);
    const beyond = folded(theirs).endsWith(ours) ? theirs.length - ours.length : 0;
    start += beyond;
    columns[0] = [quoted, printed.slice(beyond)];
  }
  [quoted, printed] = columns.at(-1);
  if (quoted && printed && !BRACKETED.test(printed)) {
    const ours = folded(quoted.slice(rstripOf(quoted, CLOSING).length));
    const theirs = printed.slice(rstripOf(printed, CLOSING).length);
    const beyond = folded(theirs).startsWith(ours) ? theirs.length - ours.length : 0;
    end -= beyond;
    columns[columns.length - 1] = [quoted, printed.slice(0, printed.length - beyond)];
  }
  return [start, end];
}

const folded = (marks) => (marks ? compact(marks) : "");

/**
 * The cheapest way to read `asked` somewhere in `held`: pairs of indices, null for no word. Words of
 * `held` before and after cost nothing. Among equals, the one that stays together.
 */
function cheapestPairs(asked, held) {
  const width = held.length, keys = held.map(plain), steps = [];
  let row = new Array(width + 1).fill(0);
  for (const word of asked) {
    const key = plain(word), costs = [row[0] + 1], moves = ["a"];
    for (let column = 0; column < width; column += 1) {
      const same = word === held[column] ? 0 : key === keys[column] ? 0.3 : 0.95;
      const pair = row[column] + same, add = row[column + 1] + 1, skip = costs[column] + 0.8;
      const cheapest = Math.min(pair, add, skip);
      costs.push(cheapest);
      moves.push(cheapest === pair ? "p" : cheapest === add ? "a" : "h");
    }
    row = costs;
    steps.push(moves);
  }
  return traced(steps, row.indexOf(row.reduce((one, other) => Math.min(one, other))));
}

function traced(steps, from) {
  const pairs = [];
  let column = from;
  for (let line = steps.length; line > 0;) {
    const move = steps[line - 1][column];
    if (move === "h") {
      column -= 1;
      pairs.push([null, column]);
      continue;
    }
    line -= 1;
    if (move === "p") column -= 1;
    pairs.push([line, move === "p" ? column : null]);
  }
  return pairs.reverse();
}
