// Words broken at a line's end and pasted with their hyphen: which spelling the source settles.
import { WORDS } from "../../../data/checker.js";
import { WORD } from "./characters.js";
import { prove, standingOf } from "./prove.js";

const BROKEN = new RegExp(WORDS.BROKEN_AT_HYPHEN.replaceAll("\\w", `[${WORD}]`), "gu");
const HYPHEN = "[-‐‑]";
const MOST = 8; // words; more are broken in no quotation

/** Whether the check stops at a word of these with a space after its hyphen: one the source lacks. */
export const stopped = (text, verdict) => verdict !== "verbatim" && text.search(BROKEN) >= 0;

/**
 * The claim's words with each broken word put together as the source has it. `made` are
 * `[as pasted, as read]`; `choices` are the words of which the source does not say how they are
 * spelt, each `{ word, forms }`, a form being `[spelling, the whole text with it]`.
 */
export function together(claim, held) {
  const holds = (text) => standingOf(prove({ ...claim, text }, held).verdict) !== "fails";
  let { text } = claim;
  const made = [], choices = [];
  if (text.search(BROKEN) < 0 || prove(claim, held).verdict === "verbatim") return { text, made, choices };
  const kept = held.has(claim.source) && holds(text);
  for (const found of [...text.matchAll(BROKEN)].slice(0, MOST).reverse()) {
    const [word] = found;
    const withForm = (form) => text.slice(0, found.index) + form + text.slice(found.index + word.length);
    const hyphened = word.replace(" ", ""), closed = word.replace(new RegExp(`${HYPHEN} `, "u"), "");
    const forms = settled([closed, hyphened].filter((form) => holds(withForm(form))), held.get(claim.source));
    if (forms.length > 1) choices.unshift({ word, forms: forms.map((form) => [form, withForm(form)]) });
    else if (forms.length || !kept) {
      text = withForm(forms[0] ?? hyphened);
      made.unshift([word, forms[0] ?? hyphened]);
    }
  }
  return { text, made, choices };
}

/** Of two spellings that both prove, the one that the source prints elsewhere, if it is one only. */
function settled(forms, prepared) {
  if (forms.length < 2 || !prepared) return forms;
  const printed = forms.filter((form) => {
    const spelling = new RegExp(`(?<![${WORD}])${form.replace(new RegExp(HYPHEN, "u"), HYPHEN)}(?![${WORD}])`, "iu");
    return prepared.source.pages.some((page) => spelling.test(page));
  });
  return printed.length === 1 ? printed : forms;
}
