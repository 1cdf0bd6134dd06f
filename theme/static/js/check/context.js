// A place with its words marked, a little of the text around them, and the way to our source page.
import { back, ahead } from "./characters.js";
import { make } from "./elements.js";
import { pageAt } from "./files.js";

const AROUND = 180; // characters before and after

/**
 * One passage: `runs` are the places of its fragments in order. `more` are elements to stand under
 * it, a button say.
 */
export function passage(source, runs, ...more) {
  const places = runs.flat();
  const first = places[0], pages = new Map();
  for (const place of places) pages.set(place.page, [...(pages.get(place.page) ?? []), place]);
  const address = pageAt(source.address + anchor(source, first));
  return make("div", { className: "check-place" },
    make("p", { className: "check-at" }, make("a", { href: address }, placeName(source, first))),
    ...[...pages].map(([page, own]) => marked(source.pages[page - 1], own)),
    ...more.map((each) => make("p", {}, each)));
}

/** `Page 12, paragraph 3`. */
const placeName = ({ paged, extracts }, { page, paragraph }) =>
  paged ? `Page ${page}, paragraph ${paragraph}` : `${extracts ? "Passage" : "Paragraph"} ${paragraph}`;

const anchor = (source, { page, paragraph }) =>
  `#${source.anchor.replace("{page}", page).replace("{paragraph}", paragraph)}`;

function marked(text, places) {
  const from = wordStart(text, places[0].start), to = wordEnd(text, places.at(-1).end);
  const parts = [around(`${from > 0 ? "… " : ""}${text.slice(from, places[0].start)}`)];
  places.forEach(({ start, end }, index) => {
    parts.push(make("mark", {}, text.slice(start, end)));
    const next = places[index + 1];
    parts.push(around(next ? text.slice(end, next.start) : `${text.slice(end, to)}${to < text.length ? " …" : ""}`));
  });
  const shown = make("p", { className: "check-context" }, parts);
  shown.dir = "auto";
  return shown;
}

const around = (text) => make("span", { className: "check-around" }, text);

function wordStart(text, index) {
  const start = back(text, index, AROUND);
  const space = text.slice(start, index).search(/\s/);
  return start === 0 || space < 0 ? start : start + space + 1;
}

function wordEnd(text, index) {
  const end = ahead(text, index, AROUND);
  const space = text.slice(index, end).search(/\s\S*$/);
  return end === text.length || space < 0 ? end : index + space;
}
