// The list of sources, found by a few letters: thousands of them are searched, a few are shown.
import { byId, make } from "./elements.js";
import { sourceList } from "./files.js";
import { counted } from "./sentences.js";

const SHOWN = 8;
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();

/** Calls `choose(id)` when a source is chosen. The list is fetched when it is first needed. */
export function picker(choose) {
  const field = byId("check-find"), count = byId("check-count"), matches = byId("check-matches");
  let all = null;

  const load = async () => {
    if (all) return;
    const sources = await sourceList();
    all = sources.map((source) => [source, fold(`${source.title} ${source.publisher} ${source.kind} ${source.published} ${source.id}`)]);
  };

  const show = async () => {
    try {
      await load();
    } catch {
      count.textContent = "The list of documents could not be fetched. Try again in a moment.";
      return;
    }
    const wanted = fold(field.value).split(/\s+/).filter(Boolean);
    const found = all.filter(([, words]) => wanted.every((word) => words.includes(word)));
    const few = found.slice(0, SHOWN);
    matches.replaceChildren(...few.map(([source]) => make("li", {}, option(source))));
    count.textContent = found.length > few.length
      ? `${counted(found.length, "document")}; the first ${few.length} are shown. Type more to find yours.`
      : counted(found.length, "document");
  };

  const option = ({ id, title, publisher, kind, published, held }) => {
    const facts = [kind, publisher, published, held ? "" : "text not held"].filter(Boolean).join(" · ");
    const button = make("button", { type: "button" }, title, make("span", {}, facts));
    button.addEventListener("click", () => choose(id));
    return button;
  };

  field.addEventListener("input", show);
  field.addEventListener("focus", () => { if (!matches.children.length) show(); });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return; // the only match is taken; else the keyboard goes on to the list
    event.preventDefault();
    const options = matches.querySelectorAll("button");
    if (options.length === 1) options[0].click();
    else options[0]?.focus();
  });
}
