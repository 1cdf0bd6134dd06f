// evidence/locate.py: exact search of folded words in a folded source. No likeness is measured here.
import { EVIDENCE } from "../../../data/checker.js";
import { ahead, at as characterAt, before as characterBefore, isAlnum, isAlpha, isDigit, isLower, isMark, isNumeric, isUpper } from "./characters.js";
import { DASH, DASHES, HYPHEN, LEFT, LINE_END, RIGHT, SPACE, WALL } from "./fold.js";

const NONE = "";
const { BRACKETED, ...CHARACTERS } = EVIDENCE.locate;
const { POINTS, PARTING, SIGNS, UNITS } = Object.fromEntries(
  Object.entries(CHARACTERS).map(([name, members]) => [name, new Set(members)]),
);
const BRACKETED_BEFORE = new RegExp(`${BRACKETED}$`), BRACKETED_AFTER = new RegExp(`^${BRACKETED}`);

/** Every place of `quote` in `source` from index `start` of its folded text, in order. */
export function* find(quote, source, start = 0) {
  if (!quote.text) return;
  for (let at = source.text.indexOf(quote.text, start); at >= 0; at = source.text.indexOf(quote.text, at + 1)) {
    if (agrees(quote, source, at)) yield { start: at, end: at + quote.text.length };
  }
}

/** The first `most` places. */
export function some(quote, source, most) {
  const found = [];
  for (const match of find(quote, source)) {
    found.push(match);
    if (found.length === most) break;
  }
  return found;
}

function agrees(quote, source, at) {
  const end = at + quote.text.length;
  const first = source.tokenAt(at), last = source.tokenAt(end - 1);
  return joinsAgree(quote, source, at, first, last)
    && startsWell(quote, source, at, first)
    && endsWell(quote, source, end, last);
}

function joinsAgree(quote, source, at, first, last) {
  const asked = quote.joins.slice(1, Math.max(quote.starts.length, 1));
  const held = source.joins.slice(first + 1, last + 1);
  const places = source.starts.slice(first + 1, last + 1).map((start) => start - at);
  const ours = quote.starts.slice(1);
  if (asked === held && places.every((place, index) => place === ours[index])) return !held.includes(WALL);
  const printed = new Map(places.map((place, index) => [place, held[index]]));
  const written = new Map(ours.map((place, index) => [place, asked[index]]));
  const isGap = (place) => written.has(place) || printed.has(place);
  return [...new Set([...written.keys(), ...printed.keys()])].every((place) =>
    joinAgrees(written.get(place) ?? NONE, printed.get(place) ?? NONE, quote.text, place, place === 1 || isGap(place - 1)));
}

/**
 * Whether two joins before index `place` of `text` are the same words, differently set. `afterGap`:
 * whether the character before it does not stand at a word's end.
 */
function joinAgrees(one, other, text, place, afterGap) {
  if (one === WALL || other === WALL) return false;
  if (one === other) return true;
  const left = characterBefore(text, place), right = characterAt(text, place);
  const has = (join) => one === join || other === join;
  if (DASHES.has(one) && DASHES.has(other)) return !has(RIGHT) || !isDigit(right); // " -5" is a number with its sign
  if (has(LINE_END)) {
    const rest = one === LINE_END ? other : one;
    if (rest === NONE) return isAlpha(left) || isAlpha(right);
    return rest === HYPHEN || rest === LEFT;
  }
  if (has(SPACE) && has(NONE)) {
    return !(isAlnum(left) && isAlnum(right)) && !splitsFigure(text, place, afterGap);
  }
  return false;
}

/** Whether a space at `place` makes another figure: `1. 5`, `1 .5`, `of .5` or `of . 5`; but `of. 5` is a sentence's end. */
function splitsFigure(text, place, afterGap) {
  const left = characterBefore(text, place), right = characterAt(text, place);
  if (POINTS.has(left)) return isDigit(right) && (afterGap || isDigit(characterBefore(text, place - left.length)));
  return POINTS.has(right) && isDigit(characterAt(text, place + right.length));
}

/** Whether no word and no figure is cut where the quotation starts. */
function startsWell(quote, source, at, token) {
  const head = source.text.slice(source.starts[firstOfWord(source, token)], at); // no space between
  const first = characterAt(quote.text, 0), join = source.joins[token];
  if (at > source.starts[token]) return !DASHES.has(quote.joins[0]) && parts(head, quote.text);
  if (DASHES.has(quote.joins[0])) return join === RIGHT || join === DASH;
  if (join === HYPHEN || join === LINE_END || (join === RIGHT && isDigit(first))) return false;
  const before = join === SPACE ? characterBefore(source.text, at) : "";
  if (SIGNS.has(before) && isDigit(first)) return false;
  return !(isDigit(before) && (UNITS.has(first) || isFraction(first)));
}

/** The first of the tokens that hyphens join to this one, in its line. */
function firstOfWord(source, token) {
  while (token && source.joins[token] === HYPHEN) token -= 1;
  return token;
}

/** Whether no word and no figure is cut where the quotation ends. */
function endsWell(quote, source, end, token) {
  const stop = token + 1 < source.starts.length ? source.starts[token + 1] : source.text.length;
  const tail = source.text.slice(end, stop), join = source.joins[token + 1];
  if (tail) return !DASHES.has(quote.joins.at(-1)) && parts(quote.text, tail);
  if (DASHES.has(quote.joins.at(-1))) return join === LEFT || join === RIGHT || join === DASH;
  if (join === HYPHEN || join === LINE_END || join === LEFT) return false;
  const after = join === SPACE ? characterAt(source.text, end) : "";
  const last = characterBefore(quote.text, quote.text.length);
  return !(isDigit(last) && after && (UNITS.has(after) || isFraction(after)));
}

/**
 * Whether a quotation may part `left` from `right`, which are printed with no space between: at
 * quotation marks and brackets and at the end of a sentence, never within a word or a figure.
 */
function parts(left, right) {
  const before = characterBefore(left, left.length), after = characterAt(right, 0);
  const next = characterAt(right, ahead(right, 0, 1));
  if (isBracketedPart(left, before, right, after)) return false;
  if ((isAlnum(before) && isAlnum(after)) || isMark(after)) return false;
  if (isDigit(after) && (SIGNS.has(before) || POINTS.has(before))) return false;
  if (isDigit(before) && UNITS.has(after)) return false;
  if (isDigit(before) && POINTS.has(after) && isDigit(next)) return false;
  if (isAlnum(before)) return PARTING.has(after) || !isAlnum(next); // does a word go on after the mark?
  if (isAlnum(after)) {
    return PARTING.has(before) || !isAlnum(characterBefore(left, left.length - before.length));
  }
  return true;
}

/**
 * Whether one is a part of a word in brackets: "(un)reliable", "(non-)compliance" (without its hyphen),
 * "outcome(s)"; not a short name, "Service(NPS)", nor the letter of "(a)Leaders".
 */
function isBracketedPart(left, before, right, after) {
  const inFront = BRACKETED_BEFORE.exec(left.slice(-16)), behind = BRACKETED_AFTER.exec(right);
  if (inFront) return isOneWord(inFront[1], after, characterAt(right, after.length));
  return behind !== null && isOneWord(behind[1], before, characterBefore(left, left.length - before.length));
}

/** Whether it can be, by its capitals. `nearest`, `next`: the two letters beside the bracket. */
function isOneWord(part, nearest, next) {
  if (isLower(nearest)) return part.length < 2 || part.slice(1) !== part.slice(1).toUpperCase();
  return isUpper(nearest) && isUpper(next) && part === part.toUpperCase();
}

const isFraction = (character) => isNumeric(character) && !isDigit(character);
