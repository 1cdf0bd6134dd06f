// evidence/chain.py: the places of a whole quotation: its fragments one after the other in one
// reading. Of several ways to read a quotation at one place, the one that leaves out least.
import { EVIDENCE } from "../../../data/checker.js";
import { ahead, back, bisectRight } from "./characters.js";
import { countWords, endsSentence, mayLeaveOut } from "./elision.js";
import { BARRIER } from "./fold.js";
import { refused, replaceable } from "./fragments.js";
import { some } from "./locate.js";
import { isNegation, kindsIn, plain, wordsOf } from "./words.js";

const { MOST_PLACES, MOST_STARTS, MOST_STEPS, NEIGHBOURS } = EVIDENCE.chain;

const start = (matches) => matches[0].start;
const end = (matches) => matches.at(-1).end;

/** The places of a quotation in one reading, in order: each with its `matches`, one a fragment. */
export function chains(quotation, reading) {
  if (!sound(quotation)) return [];
  const found = quotation.fragments.length === 1
    ? some(quotation.fragments[0], reading.folded, MOST_PLACES).map((match) => [match])
    : joined(quotation, reading);
  const kept = found.filter((matches) => edgesFair(quotation, reading, matches));
  return closest(kept, reading).map((matches) => ({ reading, quotation, matches }));
}

/** Whether a quotation's own form lets it prove anything: no refused edit, no lone word. */
export function sound(quotation) {
  if (quotation.joints.some((joint) => joint && refused(joint))) return false;
  if (quotation.joints.length === 2 && quotation.joints.every((joint) => joint === null)) return true;
  const counts = quotation.fragments.map((fragment) => countWords(fragment.given));
  if (quotation.elided && Math.min(...counts) < 2) return false;
  return counts.reduce((sum, count) => sum + count, 0) >= 2;
}

/**
 * The places of a quotation, in order: of those that overlap, the one that leaves out least. Where
 * some leave out words of one sentence only, the others are no places of it.
 */
function closest(found, reading) {
  const within = found.filter((matches) => withinSentences(reading, matches));
  const near = within.length ? within : [...found];
  const kept = [];
  near.sort((one, other) => (end(one) - start(one)) - (end(other) - start(other)) || inOrderOf(one, other));
  for (const matches of near) {
    const place = bisectRight(kept, start(matches), start);
    const clearBefore = place === 0 || end(kept[place - 1]) <= start(matches);
    if (clearBefore && (place === kept.length || end(matches) <= start(kept[place]))) {
      kept.splice(place, 0, matches);
    }
  }
  return kept;
}

function inOrderOf(one, other) {
  for (let index = 0; index < one.length; index += 1) {
    const by = one[index].start - other[index].start || one[index].end - other[index].end;
    if (by) return by;
  }
  return 0;
}

const withinSentences = (reading, matches) =>
  matches.slice(1).every((match, index) => !endsSentence(between(reading, matches[index], match)));

/** For each place of the first fragment, the nearest places of the others after it. */
function joined(quotation, reading) {
  const located = locatedIn(quotation, reading);
  if (!located.every((places) => places.length)) return [];
  const onward = new Map(), found = [];
  for (const first of located[0].slice(0, MOST_STARTS)) {
    const rest = follow(quotation, reading, located, onward, 1, first);
    if (rest !== null) found.push([first, ...rest]);
  }
  return found;
}

/** The fragments one after the other, whatever stands between. Only explains a failure. */
export function inOrder(quotation, reading) {
  const located = locatedIn(quotation, reading);
  let best = [];
  for (const first of located[0].slice(0, MOST_STARTS)) {
    const row = [first];
    for (const places of located.slice(1)) row.push(...after(places, row.at(-1)).slice(0, 1));
    if (row.length !== located.length) continue;
    if (!best.length || row.at(-1).end - row[0].start < best.at(-1).end - best[0].start) best = row;
  }
  return best;
}

/** The places of each fragment. */
const locatedIn = (quotation, reading) =>
  quotation.fragments.map((fragment) => some(fragment, reading.folded, MOST_PLACES));

/** The first few places that start after another ends. */
function after(places, previous) {
  const from = bisectRight(places, previous.end - 1, (match) => match.start);
  return places.slice(from, from + MOST_STEPS);
}

/** The rest of a chain from a fragment on, after a match; each pair is followed only once. */
function follow(quotation, reading, located, onward, index, previous) {
  if (index === located.length) return [];
  const step = `${index} ${previous.start} ${previous.end}`;
  if (!onward.has(step)) {
    onward.set(step, null);
    for (const match of after(located[index], previous)) {
      if (!mayStandBetween(quotation, reading, index, previous, match)) continue;
      const rest = follow(quotation, reading, located, onward, index + 1, match);
      if (rest !== null) {
        onward.set(step, [match, ...rest]);
        break;
      }
    }
  }
  return onward.get(step);
}

/** Whether joint `index` of a quotation may stand for what is printed between two matches. */
export function mayStandBetween(quotation, reading, index, previous, match) {
  const joint = quotation.joints[index];
  const leftOut = between(reading, previous, match);
  if (joint === null || leftOut.includes(BARRIER)) return false;
  if (!joint.gap) return replaceable(joint, leftOut);
  if (joint.edit !== null && kindsIn(leftOut).length) return false; // it would seem to stand for that, too
  const stop = givenEnd(reading, match), { text } = reading.flow;
  const [one, other] = [quotation.fragments[index - 1], quotation.fragments[index]];
  return mayLeaveOut(one.given, leftOut, other.given, text.slice(stop, ahead(text, stop, 8)));
}

const givenEnd = (reading, match) => reading.given(match.start, match.end)[1];

/** What is printed between two fragments, as the source has it. */
export function between(reading, one, other) {
  if (one.end === other.start) return "";
  return reading.flow.text.slice(givenEnd(reading, one), reading.folded.origin(other.start));
}

/** A bracket at the edge of a quotation must not stand in for a denial beside it. */
function edgesFair(quotation, reading, matches) {
  const { text } = reading.flow;
  if (edits(quotation.joints[0])) {
    const first = reading.folded.origin(matches[0].start);
    if (denies(wordsOf(text.slice(back(text, first, 80), first)).slice(-NEIGHBOURS))) return false;
  }
  if (edits(quotation.joints.at(-1))) {
    const last = givenEnd(reading, matches.at(-1));
    if (denies(wordsOf(text.slice(last, ahead(text, last, 80))).slice(0, NEIGHBOURS))) return false;
  }
  return true;
}

const edits = (joint) => joint !== null && joint.edit !== null;

const denies = (words) => words.some((word) => isNegation(plain(word)));
