// A quote as a digest's YAML has it, to be pasted: what the reader makes of it is the words again.
const WIDTH = 80;
const LONGEST_NAME = 60;
const WORDS_IN_NAME = 5;
// Words that tell one quote from another least. Words that deny are not among them.
const SMALL = new Set(("a an the this that these those it its they their them he she his her we our us you your i my "
  + "of to in on at by for from with as and or but if so than then there here which who whom whose what when "
  + "is are was were be been being am has have had do does did can could will would shall should may might must "
  + "also into over under up out about said says").split(" "));

/**
 * A quote's lines, to stand under `quotes:`. `page` and `prefix` may be null; a digest that has no
 * quotes yet gets the line `quotes:` too.
 */
export function quoteYaml({ text, source, page, prefix, names, first }) {
  const lines = [`  ${nameFor(text, names)}:`, `    source: ${source}`];
  if (page !== null) lines.push(`    page: ${page}`);
  if (prefix !== null) lines.push("    prefix: >-", ...wrapped(prefix));
  lines.push("    text: >-", ...wrapped(text));
  return `${[...(first ? ["quotes:"] : []), ...lines].join("\n")}\n`;
}

/** A whole new digest around a quote; what only a person can know is said in its place. */
export function digestYaml(quote, source) {
  return [
    "# content/EXAMPLE.yaml explains every key. A framework's name is its file's, in content/frameworks/.",
    "framework: name-of-the-framework",
    ...(source.published ? [`published: ${source.published}`] : []),
    "sources:",
    `  ${quote.source}: ${source.id}`,
    quoteYaml({ ...quote, names: [], first: true }),
  ].join("\n");
}

/** A name from the words that tell most, not among `names`. */
export function nameFor(text, names) {
  const plain = text.normalize("NFKD").replace(/['’\u0300-\u036f]/g, "").toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  const telling = words.filter((word) => !SMALL.has(word));
  const name = (telling.length ? telling : words).slice(0, WORDS_IN_NAME).join("-")
    .slice(0, LONGEST_NAME).replace(/-+$/, "") || "quote";
  for (let number = 1; ; number += 1) {
    const one = number === 1 ? name : `${name}-${number}`;
    if (!names.includes(one)) return one;
  }
}

/**
 * The lines of a folded scalar. The reader joins them with one space, so a line ends only where a
 * single space stands between two words, and never after a hyphen or a dash: there a person who
 * closes the line up again would make another word of it.
 */
function wrapped(text) {
  const lines = [""];
  const parts = text.split(/(?<=[^\s\p{Pd}]) (?=[^\s\p{Pd}])/u);
  for (const part of parts) {
    const last = lines.at(-1), longer = last ? `${last} ${part}` : part;
    if (last && longer.length + 6 > WIDTH) lines.push(part);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => `      ${line}`);
}

