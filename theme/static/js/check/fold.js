// evidence/fold.py: the one folding, used for a source and for a quotation alike, with a map back.
// What is folded away is what printing and copying change without changing a word; all else is content.
import { EVIDENCE } from "../../../data/checker.js";
import { SPACE as SPACES, bisectRight, isCombining, isSpace, split } from "./characters.js";

export const BARRIER = "\uffff";

// Joins: what stands between two tokens. One letter each, so that a run of them is a string.
export const EDGE = "^", WALL = "|", SPACE = " ", HYPHEN = "-", LEFT = "<", RIGHT = ">", DASH = "=";
export const LINE_END = "~";
export const DASHES = new Set([HYPHEN, LEFT, RIGHT, DASH]);

const { QUOTATION_MARKS, ZERO_WIDTH, LIGATURES, SOFT, SHORT_DASHES, LONG_DASHES, BULLETS, MOST_ACCENTS } =
  EVIDENCE.fold;
const escaped = (characters) => characters.replace(/[-\\\]^]/g, "\\$&");
const TABLE = new Map([
  ...[...QUOTATION_MARKS].map((mark) => [mark, "'"]),
  ...[...ZERO_WIDTH].map((mark) => [mark, ""]),
  ...Object.entries(LIGATURES),
  ["…", "..."],
]);
const CHANGED = new RegExp(`[${escaped([...TABLE.keys()].join(""))}]`, "gu");
const SEPARATORS = escaped(SOFT + SHORT_DASHES + LONG_DASHES + BULLETS + BARRIER) + SPACES;
const RUN = new RegExp(`([${ZERO_WIDTH}]*[${SEPARATORS}][${SEPARATORS}${ZERO_WIDTH}]*)`, "u");
const BULLET = new RegExp(`[${BULLETS}]`, "gu");
const INVISIBLE = new RegExp(`[${ZERO_WIDTH}]`, "gu");
const NOT_ASCII = /[^\0-\x7f]/;
const COMPACTED = /["`\-\u0002]/g;

/**
 * A text as tokens and the joins between them: `text`, the tokens' folded characters with nothing
 * between them; `starts`, where each token starts in `text`, and `origins`, in the text as `given`;
 * `joins[k]` stands before token k, the last one after the last token.
 */
export class Folded {
  constructor(text, starts, origins, joins, given) {
    Object.assign(this, { text, starts, origins, joins, given });
  }

  /** The token that holds index `index` of `text`. */
  tokenAt(index) {
    return bisectRight(this.starts, index) - 1;
  }

  /** Where index `index` of `text` comes from in the text as given. */
  origin(index) {
    const token = this.tokenAt(index);
    return walk(this.given, this.origins[token], index - this.starts[token])[0];
  }

  /** The end, in the text as given, of what became the character before `index`. */
  originEnd(index) {
    const token = this.tokenAt(index - 1);
    return walk(this.given, this.origins[token], index - 1 - this.starts[token])[1];
  }
}

/** Fold a text. */
export function fold(text) {
  const parts = text.split(RUN);
  const tokens = [], joins = [EDGE], origins = [];
  let offset = 0;
  for (let index = 0; index < parts.length; index += 2) {
    tokens.push(foldToken(parts[index]));
    origins.push(offset);
    const run = parts[index + 1];
    joins.push(run === undefined ? EDGE : joinOf(run));
    offset += parts[index].length + (run?.length ?? 0);
  }
  if (!tokens.at(-1)) { // the text ends in a separator, or is nothing but invisible characters
    tokens.pop();
    joins.pop();
  }
  if (tokens.length && !tokens[0]) {
    tokens.shift();
    joins.shift();
    origins.shift();
  }
  const starts = [];
  let length = 0;
  for (const token of tokens) {
    starts.push(length);
    length += token.length;
  }
  return new Folded(tokens.join(""), starts, origins.slice(0, tokens.length), joins.join(""), text);
}

/** The folded characters of one word, without its hyphens: quicker than `fold`, the same. */
export const compact = (word) =>
  NOT_ASCII.test(word) ? fold(word).text : word.replace(COMPACTED, (mark) => (mark === '"' || mark === "`" ? "'" : ""));

/** A text without the character we use as a barrier; every other character stays in place. */
export const clean = (text) => text.replaceAll(BARRIER, "\ufffd");

const translated = (text) => text.replace(CHANGED, (character) => TABLE.get(character));

const foldToken = (token) =>
  NOT_ASCII.test(token) ? units(token).map(([folded]) => folded).join("") : translated(token);

/** A character and the accents on it, folded, with how long that was. */
function units(token) {
  const found = [];
  for (let end = 0; end < token.length;) {
    const each = cluster(token, end);
    found.push([translated(each.normalize("NFC")), each.length]);
    end += each.length;
  }
  return found;
}

/** Where in `given` the folded index `index` of the token at `origin` starts and ends. */
function walk(given, origin, index) {
  if (!NOT_ASCII.test(given.slice(origin, origin + index + 2))) return [origin + index, origin + index + 1];
  let end = origin, left = index;
  for (;;) {
    const [folded, length] = units(cluster(given, end))[0];
    const start = end;
    end += length;
    if (left < folded.length) return [start, end];
    left -= folded.length;
  }
}

function cluster(given, start) {
  let end = start;
  const step = () => { end += given.codePointAt(end) > 0xffff ? 2 : 1; };
  step();
  for (let left = MOST_ACCENTS; left > 0 && end < given.length; left -= 1) {
    if (!isCombining(String.fromCodePoint(given.codePointAt(end)))) break;
    step();
  }
  return given.slice(start, end);
}

const JOINS = new Map(); // each run of separators met; a report has only a few dozen of them

function joinOf(run) {
  if (!JOINS.has(run)) {
    const join = classify(run.replace(BULLET, " ").replace(INVISIBLE, ""));
    if (JOINS.size >= 10_000) return join;
    JOINS.set(run, join);
  }
  return JOINS.get(run);
}

function classify(run) {
  const marks = split(run).join("");
  if (!marks) return SPACE;
  if (marks.includes(BARRIER)) return WALL;
  const spaceBefore = isSpace(run[0]), spaceAfter = isSpace(run.at(-1));
  if (marks.length > 1 || LONG_DASHES.includes(marks) || (spaceBefore && spaceAfter)) {
    return [...marks].every((mark) => SOFT.includes(mark)) ? LINE_END : DASH;
  }
  if (SOFT.includes(marks)) {
    return (!spaceAfter || run.includes("\n")) && !spaceBefore ? LINE_END : SPACE;
  }
  if (spaceAfter) return "-‐‑".includes(marks) && run.includes("\n") ? LINE_END : LEFT;
  return spaceBefore ? RIGHT : HYPHEN;
}
