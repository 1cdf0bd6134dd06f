// evidence/closeness.py: of a quotation that was found, how its characters differ from the printed.
import { EVIDENCE } from "../../../data/checker.js";
import { at, isDigit, isLower, isUpper, split } from "./characters.js";
import { between } from "./chain.js";
import { LINE_END } from "./fold.js";
import { readable } from "./prepared.js";
import { kindsIn, plain } from "./words.js";

const PLAIN_SPACE = /[ \t\n\r\f\v]+/g;
const { HEADING_WORDS } = EVIDENCE.closeness;
const ENDS_SENTENCE = /[.!?:;,][’”'")\]]*$/u;

/** The verdict of a quotation that holds. */
export function verdictOf(chain) {
  if (chain.quotation.edited) return "edited";
  if (chain.quotation.elided) return "elided";
  return closeness(chain, chain.quotation.fragments[0], chain.matches[0]);
}

function closeness({ reading }, quote, match) {
  const { folded, flow } = reading;
  const [start, end] = reading.given(match.start, match.end);
  const first = folded.tokenAt(match.start), last = folded.tokenAt(match.end - 1);
  const broken = folded.joins.slice(first + 1, last + 1).includes(LINE_END);
  if (broken || flow.reset || flow.piecesIn(start, end).length > 1) return "layout";
  const asked = quote.given.slice(quote.origin(0), quote.originEnd(quote.text.length));
  const printed = flow.text.slice(start, end);
  return printed === asked || plainSpaced(printed) === plainSpaced(asked) ? "verbatim" : "typographic";
}

const plainSpaced = (text) => text.replace(PLAIN_SPACE, " ");

/** What a quotation leaves out or replaces between each two of its fragments. */
export function gapsOf(chain, places) {
  return chain.matches.slice(1).map((match, index) => {
    const raw = between(chain.reading, chain.matches[index], match);
    const text = readable(raw);
    const notes = kindsIn(text);
    if (hasHeading(raw)) notes.push("heading");
    if (places[index].at(-1).page !== places[index + 1][0].page) notes.push("page");
    return { words: split(text).filter(plain).length, text, notes };
  });
}

/** Whether a line of the gap reads as a heading: short, begun large, ended without a stop. */
function hasHeading(raw) {
  const lines = raw.split("\n").map((line) => split(line).join(" "));
  const whole = lines.slice(1, -1).filter(Boolean);
  return whole.some((line, index) => {
    const following = whole[index + 1] ?? lines.at(-1);
    const previous = index ? whole[index - 1] : lines[0];
    const first = at(line, 0);
    return split(line).length <= HEADING_WORDS
      && (isUpper(first) || isDigit(first))
      && !ENDS_SENTENCE.test(line)
      && (!previous || ENDS_SENTENCE.test(previous))
      && (!following || !isLower(at(following, 0)));
  });
}
