// evidence/faults.py: a quotation whose fragments all stand in order and still do not hold: the
// joint at fault.
import { EVIDENCE } from "../../../data/checker.js";
import { SPACE, back, split } from "./characters.js";
import { inOrder, mayStandBetween } from "./chain.js";
import { changesBetween } from "./changes.js";
import { BARRIER } from "./fold.js";
import { readings, refused } from "./fragments.js";
import { readable } from "./prepared.js";

const { MOST_LEFT_OUT } = EVIDENCE.faults; // words: further apart, the fragments are no one passage
const NO_SPACE = `[^${SPACE}\\uffff]`;
const WORDS_BEFORE = new RegExp(`(?:${NO_SPACE}+[${SPACE}]+){1,3}$`, "u");
const WORDS_AFTER = new RegExp(`[${SPACE}]*(?:${NO_SPACE}+[${SPACE}]*){1,3}`, "uy");

/** The passage with the bracket or ellipsis that may not be there, against what is printed. */
export function fault(text, reading) {
  const source = reading.flow.text;
  for (const quotation of readings(text).reverse()) {
    const matches = inOrder(quotation, reading);
    const atFault = matches.length ? firstFault(quotation, matches, reading) : null;
    if (atFault === null) continue;
    const { joint, start, end } = atFault;
    const printed = source.slice(start, end);
    if (printed.includes(BARRIER) || split(printed).length > MOST_LEFT_OUT) continue;
    const ours = joint.edit === null ? "..." : `[${joint.edit}]`;
    const whole = reading.given(matches[0].start, matches.at(-1).end);
    const first = Math.min(start, whole[0]), last = Math.max(end, whole[1]);
    const changes = changesBetween([[ours, readable(printed)]]);
    return { start: first, end: last, shared: 1, text: readable(source.slice(first, last)), changes };
  }
  return null;
}

/**
 * The joint at fault, and the stretch of the source's text that it stands for. Of the joints within
 * the quotation the first that breaks a rule; else an edit at its edge.
 */
function firstFault(quotation, matches, reading) {
  const { text } = reading.flow;
  for (let index = 1; index < matches.length; index += 1) {
    const one = matches[index - 1], other = matches[index];
    const joint = quotation.joints[index];
    const fair = mayStandBetween(quotation, reading, index, one, other);
    if (joint !== null && (refused(joint) || !fair)) {
      return { joint, start: reading.given(one.start, one.end)[1], end: reading.folded.origin(other.start) };
    }
  }
  const [start, end] = reading.given(matches[0].start, matches.at(-1).end);
  if (quotation.joints[0]) {
    const from = back(text, start, 80);
    const found = WORDS_BEFORE.exec(text.slice(from, start));
    if (found) return { joint: quotation.joints[0], start: from + found.index, end: start };
  }
  if (quotation.joints.at(-1)) {
    WORDS_AFTER.lastIndex = end;
    const found = WORDS_AFTER.exec(text);
    if (found) return { joint: quotation.joints.at(-1), start: end, end: end + found[0].length };
  }
  return null;
}
