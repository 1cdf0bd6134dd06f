// evidence/splice.py: whether a failed quotation is put together from true pieces.
import { EVIDENCE } from "../../../data/checker.js";
import { lstripOf, rstripOf, split } from "./characters.js";
import { fold } from "./fold.js";
import { find } from "./locate.js";
import { WORD, kindOf, plain } from "./words.js";

const { FEWEST_WORDS, MOST_PIECES, LINKING, OPENING, CLOSING } = EVIDENCE.splice;

/**
 * The true pieces that cover the fragments, in order; null if they do not cover them. `held` maps
 * source ids to prepared sources; `first` is the source that is believed where two would do.
 */
export function piecesOf(fragments, held, first) {
  const order = new Map([[first, held.get(first)], ...held]);
  const found = [];
  for (const fragment of fragments) {
    const own = cover(split(fragment), order);
    if (own === null) return null;
    found.push(...own);
  }
  return found.length <= Math.max(MOST_PIECES, fragments.length) ? found : null;
}

function cover(words, held) {
  const found = [];
  let at = 0, skipped = 0;
  while (at < words.length) {
    const piece = longest(words.slice(at), held, !found.length);
    if (piece === null) {
      if (!found.length || skipped >= LINKING || kindOf(words[at]) !== WORD) return null;
      at += 1;
      skipped += 1;
      continue;
    }
    found.push(piece);
    at += piece.words;
    skipped = 0;
  }
  return found.length <= MOST_PIECES ? found : null;
}

/** The longest run of words from the first that stands in some source. */
function longest(words, held, whole) {
  const fewest = whole ? Math.min(FEWEST_WORDS, words.length) : FEWEST_WORDS;
  let best = null;
  for (const [source, prepared] of held) {
    const reading = prepared.body;
    let low = fewest - 1, high = words.length, match = null;
    while (low < high) {
      const middle = Math.floor((low + high + 1) / 2);
      const at = stands(words.slice(0, middle), reading);
      if (at === null) high = middle - 1;
      else [low, match] = [middle, at];
    }
    if (match !== null && low >= fewest && (best === null || low > best.words)) {
      best = { source, reading, match, words: low };
    }
  }
  return best;
}

/** Where words stand together, the punctuation at their ends left open. */
function stands(words, reading) {
  const written = words.join(" ");
  for (const text of new Set([written, rstripOf(lstripOf(written, OPENING), CLOSING)])) {
    if (!plain(text)) continue;
    const { value } = find(fold(text), reading.folded).next();
    if (value) return value;
  }
  return null;
}
