// What to paste and where: the YAML, a button that copies it, the way to the file's editor.
import { byId, goTo, make } from "./elements.js";
import { digestYaml, quoteYaml } from "./yaml.js";

const LONGEST_ADDRESS = 6000; // of a new file with its words in it; longer ones are refused by servers

/** Shows a quote that may be proposed, `{ text, page, prefix }`, or hides the part (null). */
export function proposal() {
  const part = byId("check-proposal"), choice = byId("check-digest"), open = byId("check-open");
  const shown = byId("check-yaml"), where = byId("check-where"), copied = byId("check-copied");
  const newFile = byId("check").dataset.newFile;
  let source = null, quote = null;

  const print = () => {
    const digest = source.digests.find(({ id }) => id === choice.value);
    copied.textContent = "";
    if (!digest) printNew();
    else {
      const { alias, names, line, path, edit } = digest;
      shown.textContent = quoteYaml({ ...quote, source: alias, names, first: !line });
      where.textContent = line
        ? `Paste it on a new line under “quotes:”, which is line ${line} of ${path}, or under any quote there.`
        : `Paste it at the end of ${path}.`;
      link(edit, line ? `Open the file at line ${line}` : "Open the file");
    }
  };

  const printNew = () => {
    const alias = source.kind.split(" ").at(-1);
    const yaml = digestYaml({ ...quote, source: alias }, source);
    const name = `content/digests/name-of-the-provider/${source.published || "year-month-day"}.yaml`;
    shown.textContent = yaml;
    where.textContent = `No digest cites this document yet. A new one is a file of its own: ${name}.`;
    const query = (value) => `${newFile}?${new URLSearchParams({ filename: name, ...value })}`;
    const full = query({ value: yaml });
    link(newFile && (full.length > LONGEST_ADDRESS ? query({}) : full), "Start the file");
  };

  const link = (address, words) => {
    open.hidden = !address;
    open.textContent = words;
    if (address) open.href = address;
  };

  choice.addEventListener("change", print);
  byId("check-copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(shown.textContent);
      copied.textContent = "Copied.";
    } catch { // not allowed here: the words are marked, for the keyboard to copy
      getSelection().selectAllChildren(shown);
      goTo(shown);
      copied.textContent = "The lines are marked: copy them.";
    }
  });

  return (next, of) => {
    part.hidden = !next;
    if (!next) return;
    if (of !== source) {
      choice.replaceChildren(...of.digests.map(({ id, title }) => make("option", { value: id }, title)));
      byId("check-digest-step").hidden = of.digests.length < 2;
    }
    [source, quote] = [of, next];
    print();
  };
}
