// evidence/changes.py: a word-by-word difference as changes a person can act on, the gravest first.
import { lstripOf, rstripOf } from "./characters.js";
import { fold } from "./fold.js";
import { GRADE, NEGATION, NUMBER, WORD, kindOf, plain, wordsOf } from "./words.js";

const ENDING = ".,;:!?";
const ORDER = [NEGATION, NUMBER, GRADE, WORD];

/**
 * Columns of [quoted word, printed word], null for no word, as changes. Neighbouring differences
 * are one change; negations come first, then numbers, then grades.
 */
export function changesBetween(columns) {
  const found = runs(columns).map((run) => {
    const quoted = run.map(([word]) => word).filter((word) => word !== null).join(" ");
    const printed = run.map(([, word]) => word).filter((word) => word !== null).join(" ");
    const [ours, theirs] = tidy(quoted, printed);
    return { kind: kind(quoted, printed), quoted: ours, printed: theirs };
  });
  return found.sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
}

function runs(columns) {
  const found = [];
  let run = [];
  for (const [quoted, printed] of columns) {
    if (quoted !== null && printed !== null && same(quoted, printed)) {
      if (run.length) found.push(run);
      run = [];
    } else {
      run.push([quoted, printed]);
    }
  }
  if (run.length) found.push(run);
  return found;
}

/** Both without the punctuation that both end in, as long as words are left. */
function tidy(quoted, printed) {
  const ours = rstripOf(quoted, ENDING), theirs = rstripOf(printed, ENDING);
  const shared = quoted.slice(ours.length) === printed.slice(theirs.length);
  return shared && ours && theirs ? [ours, theirs] : [quoted, printed];
}

function same(quoted, printed) {
  const one = fold(quoted), other = fold(printed);
  const inner = (joins) => lstripOf(rstripOf(joins, "^~"), "^~");
  return one.text === other.text && inner(one.joins) === inner(other.joins);
}

/** The gravest kind among the words that differ. */
function kind(quoted, printed) {
  const ours = wordsOf(quoted), theirs = wordsOf(printed);
  const inOurs = new Set(ours.map(plain)), inTheirs = new Set(theirs.map(plain));
  const differing = [
    ...ours.filter((word) => !inTheirs.has(plain(word))),
    ...theirs.filter((word) => !inOurs.has(plain(word))),
  ];
  const kinds = new Set(differing.map(kindOf));
  return ORDER.find((each) => kinds.has(each)) ?? WORD;
}
