// Of several places where words stand, the one that is meant: the page, or the words right before,
// that make the checker find that place and no other.
import { split } from "./characters.js";
import { prove, standingOf } from "./prove.js";
import { readable } from "./prepared.js";
import { tidied } from "./tidy.js";

const FEWEST = 3, MOST = 12; // words of a prefix

/** `{ page, prefix }` with which the claim holds at `way` alone; null if nothing tells it apart. */
export function settled(claim, way, held) {
  const { source } = held.get(claim.source);
  const { page, start } = way[0][0];
  const words = split(readable(source.pages[page - 1].slice(Math.max(start - 400, 0), start)));
  const prefixes = [];
  for (let count = Math.min(FEWEST, words.length); count > 0 && count <= Math.min(MOST, words.length); count += 1) {
    prefixes.push(tidied(words.slice(-count).join(" ")).text);
  }
  const pages = source.paged ? [page] : [];
  const ways = [
    ...pages.map((number) => ({ page: number, prefix: null })),
    ...prefixes.map((prefix) => ({ page: null, prefix })),
    ...pages.flatMap((number) => prefixes.map((prefix) => ({ page: number, prefix }))),
  ];
  return ways.find((how) => {
    const proof = prove({ ...claim, ...how }, held);
    return standingOf(proof.verdict) === "holds" && JSON.stringify(proof.places) === JSON.stringify(way);
  }) ?? null;
}
