// evidence/prove.py: `prove`: one quotation against the sources held, and the verdict on it. The
// order of the questions, and why, is told there.
import { chains } from "./chain.js";
import { gapsOf, verdictOf } from "./closeness.js";
import { closeTo, likeness, splicedFrom } from "./explain.js";
import { fold } from "./fold.js";
import { readings } from "./fragments.js";
import { find } from "./locate.js";

const HOLDS = new Set(["verbatim", "typographic", "layout", "elided", "edited"]);
const WARNS = new Set(["ambiguous", "unreadable", "unheld"]);

/** What follows from a verdict: `holds`, `warns` or `fails`. */
export const standingOf = (verdict) => (HOLDS.has(verdict) ? "holds" : WARNS.has(verdict) ? "warns" : "fails");

const proofOf = (verdict, { places = [], gaps = [], nearest = null, sources = [], ways = [] } = {}) =>
  ({ verdict, places, gaps, nearest, sources, ways });

/**
 * The verdict on a claim (`text`, `source`, perhaps `page` and `prefix`), given a Map of prepared
 * sources. `places` is one entry a fragment, each a run of places; of an ambiguous quotation, `ways`
 * are the several sets of places among which one is to be chosen.
 */
export function prove(claim, held) {
  const prepared = held.get(claim.source);
  if (!prepared) return proofOf("unheld");
  const asked = readings(claim.text);
  if (prepared.blank) return proofOf(prepared.source.paged ? "unreadable" : "unheld");
  if (!asked.length) return proofOf("absent");
  return foundIn(asked, prepared, claim) ?? failed(claim, asked, held);
}

/** The pages of a proof, in order. */
export const pagesOf = (proof) => [...new Set(proof.places.flat().map((place) => place.page))].sort((a, b) => a - b);

/** The proof of the first reading of the quotation that stands in the source; null if none. */
function foundIn(asked, prepared, claim) {
  let secondBest = null;
  for (const quotation of asked) {
    const everywhere = new Map();
    for (const reading of prepared.readings()) {
      const here = new Map();
      for (const chain of chains(quotation, reading)) {
        const runs = runsOf(chain, prepared);
        here.set(JSON.stringify(runs), { runs, chain });
      }
      for (const [name, found] of here) if (!everywhere.has(name)) everywhere.set(name, found);
      if (here.size && onPage([...here.values()], claim, prepared).length) break;
    }
    if (everywhere.size) {
      const proof = judged([...everywhere.values()], prepared, claim);
      if (standingOf(proof.verdict) === "holds") return proof;
      secondBest ??= proof;
    }
  }
  return secondBest;
}

/** The verdict on a quotation that stands in its source at least once. */
function judged(found, prepared, claim) {
  const { damaged } = prepared;
  const fitting = onPage(found, claim, prepared).filter(({ chain }) => afterPrefix(chain, claim));
  if (!fitting.length) return atAll(found, damaged.has(claim.page) ? "unreadable" : "misplaced");
  const sure = fitting.filter(({ runs }) => !readOver(runs).some((page) => damaged.has(page)));
  if (!sure.length) return atAll(fitting, "unreadable");
  const told = new Set(sure.map(({ runs }) => toldOf(runs, prepared)));
  const { runs, chain } = sure[0];
  if (told.size === 1 || claim.page !== null) {
    return proofOf(verdictOf(chain), { places: runs, gaps: gapsOf(chain, runs) });
  }
  return atAll(sure, "ambiguous");
}

/** A proof that names every place: one entry a fragment, one place after the other. */
const atAll = (found, verdict) =>
  proofOf(verdict, { places: found.flatMap(({ runs }) => runs), ways: found.map(({ runs }) => runs) });

const runsOf = ({ reading, matches }, prepared) =>
  matches.map((match) => prepared.places(reading, ...reading.given(match.start, match.end)));

const pagesIn = (runs) => [...new Set(runs.flat().map((place) => place.page))].sort((a, b) => a - b);

/** The pages of a quotation and those between them: what is left out must be known too. */
function readOver(runs) {
  const pages = pagesIn(runs), first = pages[0];
  return Array.from({ length: pages.at(-1) - first + 1 }, (_, index) => first + index);
}

/** What a reader is told of a place: the pages of a printed document, else the paragraph. */
function toldOf(runs, prepared) {
  const { page, paragraph } = runs[0][0];
  return (prepared.source.paged ? pagesIn(runs) : [page, paragraph]).join(" ");
}

/** The places that touch the page the claim names. A source without pages has none to name. */
const onPage = (found, claim, prepared) =>
  claim.page === null || !prepared.source.paged
    ? found
    : found.filter(({ runs }) => pagesIn(runs).includes(claim.page));

/** Whether the words the claim gives as a prefix stand right before the quotation. */
function afterPrefix({ reading, matches }, claim) {
  if (claim.prefix === null) return true;
  const prefix = fold(claim.prefix), { start } = matches[0];
  for (const match of find(prefix, reading.folded, Math.max(start - prefix.text.length, 0))) {
    if (match.start > start) return false;
    if (match.end === start) return true;
  }
  return false;
}

/** What is true of a quotation that does not stand in its source. */
function failed(claim, asked, held) {
  const like = likeness(claim.text, claim.source, held.get(claim.source));
  const { nearest } = like;
  const doubt = unsure(claim, held.get(claim.source));
  for (const [name, prepared] of held) {
    if (name === claim.source) continue;
    const found = foundIn(asked, prepared, { text: claim.text, source: name, page: null, prefix: null });
    if (found !== null && found.verdict !== "unreadable") {
      return proofOf(doubt ?? "elsewhere", { places: found.places, gaps: found.gaps, nearest, sources: [name] });
    }
  }
  const pieces = splicedFrom(claim.text, held, claim.source, like);
  const sources = [...new Set(pieces.map((piece) => piece.source))];
  if (sources.length > 1 || (pieces.length && doubt === null)) {
    const places = pieces.map(({ source, reading, match }) =>
      held.get(source).places(reading, ...reading.given(match.start, match.end)));
    return { ...proofOf("spliced", { places, nearest, sources }), pieces: pieces.map(({ source }) => source) };
  }
  if (nearest !== null && closeTo(like.shared, doubt === null)) return proofOf("altered", { nearest });
  return proofOf(doubt ?? "absent", { nearest });
}

/** Why we cannot say that words are not in a source: pages that cannot be read, or not held. */
function unsure(claim, { source, damaged }) {
  if (damaged.size && (claim.page === null || damaged.has(claim.page))) return "unreadable";
  return source.extracts ? "unheld" : null;
}
