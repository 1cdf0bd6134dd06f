// evidence/flow.py: a source as one text that can be read on from page to page, with a map back.
// Which stretches of which pages a reading is made of, the Python that built the site has decided.
import { SPACE, bisectRight, lstrip } from "./characters.js";
import { BARRIER, clean } from "./fold.js";

const BREAK = `\\n(?:(?!\\n)[${SPACE}])*\\n[${SPACE}]*`;
const PARAGRAPH_BREAK = new RegExp(BREAK, "gu");

/** The text of some pieces, in order; `starts[k]` is where piece k starts in `text`. */
export class Flow {
  constructor(text, pieces, starts, reset) {
    Object.assign(this, { text, pieces, starts, reset });
  }

  /** The pieces that `text.slice(start, end)` comes from, cut to it. */
  piecesIn(start, end) {
    const found = [];
    for (let index = Math.max(bisectRight(this.starts, start) - 1, 0);
      index < this.pieces.length && this.starts[index] < end; index += 1) {
      const piece = this.pieces[index], offset = this.starts[index];
      const first = piece.start + Math.max(start - offset, 0);
      const last = Math.min(piece.start + end - offset, piece.end);
      if (first < last) found.push({ page: piece.page, start: first, end: last });
    }
    return found;
  }

  /** The stretches of pages that `text.slice(start, end)` comes from, one for each page. */
  back(start, end) {
    const found = [];
    for (const piece of this.piecesIn(start, end)) {
      const last = found.at(-1);
      if (last?.page === piece.page) last.end = piece.end;
      else found.push(piece);
    }
    return found;
  }
}

/** A reading as it was published: pieces of pages, whether they stand apart, and what is reset. */
export function flowOf(source, { pieces, apart, set }) {
  const parts = [], starts = [], kept = [];
  let length = 0, previous = 0;
  for (const [page, start, end] of pieces) {
    if (previous && page !== previous) {
      parts.push(apart || source.extracts ? BARRIER : "\n");
      length += 1;
    }
    starts.push(length);
    const text = clean(source.pages[page - 1].slice(start, end));
    parts.push(source.extracts ? walled(text) : text);
    kept.push({ page, start, end });
    length += text.length;
    previous = page;
  }
  return new Flow(resetIn(parts.join(""), set), kept, starts, set.length > 0);
}

/** Where the paragraphs of a text start; blank lines part them. */
export function paragraphStarts(text) {
  const first = text.length - lstrip(text).length;
  const breaks = text.slice(first).matchAll(PARAGRAPH_BREAK);
  return [first, ...[...breaks].map((match) => first + match.index + match[0].length)];
}

function resetIn(text, set) {
  const parts = [];
  let from = 0;
  for (const [at, characters] of set) {
    parts.push(text.slice(from, at), characters);
    from = at + characters.length;
  }
  return parts.join("") + text.slice(from);
}

/** Extracts: each break between paragraphs becomes a barrier of the same length. */
const walled = (text) => text.replace(PARAGRAPH_BREAK, (run) => BARRIER.repeat(run.length));
