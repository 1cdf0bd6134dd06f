// evidence/explain.py: why a quotation fails: the nearest passage, and the true pieces it may be
// made of.
import { EVIDENCE } from "../../../data/checker.js";
import { split } from "./characters.js";
import { fault } from "./faults.js";
import { fragmentsOf } from "./fragments.js";
import { nearestPassage } from "./nearest.js";
import { sentencesApart } from "./omission.js";
import { piecesOf } from "./splice.js";
import { WORD } from "./words.js";

const { CLOSE, PLAINLY_CLOSE, WORTH_SHOWING, LEFT_OUT } = EVIDENCE.explain;

/**
 * How close a quotation comes to a source: the `nearest` passage, how much of the quotation it
 * shares (0 to 1), and whether it is `allThere` and only a bracket or an ellipsis is at fault. Of
 * one in fragments, the fragment furthest off.
 */
export function likeness(text, name, prepared) {
  const fragments = fragmentsOf(text);
  const passages = fragments.map((each) => [each, nearestPassage(each, prepared.body)]);
  const found = passages.filter(([, passage]) => passage !== null);
  if (!found.length) return { nearest: null, shared: 0, allThere: false };
  if (passages.every(([, passage]) => passage && !passage.changes.length)) {
    const wrong = fault(text, prepared.body);
    if (wrong !== null) return { nearest: nearestOf(name, prepared, wrong, wrong.changes), shared: 1, allThere: true };
  }
  const [fragment, worst] = found.reduce((best, each) => (furtherOff(each[1], best[1]) ? each : best));
  const shared = Math.min(...passages.map(([, passage]) => (passage ? passage.shared : 0)));
  if (worst.shared < WORTH_SHOWING || (fragments.length > 1 && !worst.changes.length)) {
    return { nearest: null, shared, allThere: false };
  }
  const changes = worst.changes.length
    ? worst.changes
    : [{ kind: WORD, quoted: fragment, printed: worst.text }];
  return { nearest: nearestOf(name, prepared, worst, changes), shared, allThere: false };
}

function furtherOff(one, other) {
  const changed = Number(!one.changes.length) - Number(!other.changes.length);
  return changed ? changed < 0 : one.shared < other.shared;
}

/** Whether a quotation shares so much with a passage that it is that passage, altered. */
export const closeTo = (shared, sure) => shared >= (sure ? CLOSE : PLAINLY_CLOSE);

/** The true pieces a quotation is made of; none if it is not, or is one passage with a slip. */
export function splicedFrom(text, held, first, like) {
  const apart = sentencesApart(text, first, held.get(first));
  if (apart.length) return apart;
  const fragments = fragmentsOf(text);
  const pieces = fragments.length && !like.allThere ? piecesOf(fragments, held, first) : null;
  if (!pieces || pieces.length < 2 || onePassage(pieces)) return [];
  const slip = fragments.length === 1 && like.shared >= PLAINLY_CLOSE && ofOneSource(pieces);
  return slip ? [] : pieces;
}

const ofOneSource = (pieces) => new Set(pieces.map((piece) => piece.source)).size === 1;

/** Whether pieces follow one another in one source with no more than a few words between. */
const onePassage = (pieces) =>
  ofOneSource(pieces) && pieces.slice(1).every((piece, index) => follows(pieces[index], piece));

function follows(one, other) {
  const { reading } = one;
  if (other.match.start < one.match.end) return false;
  const from = reading.given(one.match.start, one.match.end)[1];
  return split(reading.flow.text.slice(from, reading.folded.origin(other.match.start))).length <= LEFT_OUT;
}

/** `places` are where the passage stands, for the page to show it; Python needs only the first page. */
function nearestOf(source, prepared, passage, changes) {
  const places = prepared.places(prepared.body, passage.start, passage.end);
  return { source, page: places[0].page, text: passage.text, changes, places };
}
