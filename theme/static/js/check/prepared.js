// evidence/prepared.py: a source made ready to be searched: its readings folded once, and kept.
import { SPACE, bisectRight, lstrip, rstrip, split } from "./characters.js";
import { flowOf, paragraphStarts } from "./flow.js";
import { BARRIER, fold } from "./fold.js";
import { WordIndex } from "./word_index.js";

const HYPHEN_BREAK = new RegExp(`([-‐‑])(?:(?!\\n)[${SPACE}])*\\n[${SPACE}]*`, "gu");
const SOFT_HYPHEN = new RegExp(`[\\u00ad\\ufffe\\u0002][${SPACE}]*`, "gu");
const INVISIBLE = /[\u200b\u2060\ufeff]/g;

/** One reading of a source: its flow, and the same folded. */
class Reading {
  #folded;
  #words;

  constructor(flow) {
    this.flow = flow;
  }

  get folded() {
    return (this.#folded ??= fold(this.flow.text));
  }

  get words() {
    return (this.#words ??= new WordIndex(this.flow.text));
  }

  /** Offsets in the flow's text of a stretch of the folded text. */
  given(start, end) {
    return [this.folded.origin(start), this.folded.originEnd(end)];
  }
}

/** A source and its readings, each made when it is first needed. `source` is its published file. */
export class PreparedSource {
  #readings = [];
  #paragraphs = new Map();

  constructor(source) {
    this.source = source;
    this.damaged = new Set(source.damaged);
  }

  get body() {
    return this.#reading(0);
  }

  /** The readings in the order in which they are tried. */
  *readings() {
    for (let index = 0; index < this.source.readings.length; index += 1) yield this.#reading(index);
  }

  #reading(index) {
    return (this.#readings[index] ??= new Reading(flowOf(this.source, this.source.readings[index])));
  }

  /** Whether there are no words at all to search. */
  get blank() {
    return !this.body.folded.text;
  }

  /** The places of a stretch of a reading's text, one for each page it touches. */
  places(reading, start, end) {
    return reading.flow.back(start, end)
      .map((piece) => this.#trimmed(piece))
      .filter((each) => each.start < each.end)
      .map((each) => ({ ...each, paragraph: this.#paragraph(each) }));
  }

  /** A stretch of a page without the space at its ends. */
  #trimmed({ page, start, end }) {
    const text = this.source.pages[page - 1].slice(start, end);
    const first = start + text.length - lstrip(text).length;
    return { page, start: first, end: Math.max(end - text.length + rstrip(text).length, first) };
  }

  #paragraph({ page, start }) {
    if (!this.#paragraphs.has(page)) this.#paragraphs.set(page, paragraphStarts(this.source.pages[page - 1]));
    return Math.max(bisectRight(this.#paragraphs.get(page), start), 1);
  }
}

/** A stretch of a source on one line, as a person would copy it; it still proves. */
export const readable = (text) =>
  split(text.replace(HYPHEN_BREAK, "$1").replace(SOFT_HYPHEN, "").replace(INVISIBLE, "").replaceAll(BARRIER, " "))
    .join(" ");
