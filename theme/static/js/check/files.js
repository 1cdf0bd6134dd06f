// The site's files about its sources: the list of all of them, and one for each, fetched when asked
// for. An id may come from an address that anybody wrote, so it is looked at before it is used.
import { WORDS } from "../../../data/checker.js";

const ROOT = new URL("../../../", import.meta.url);
const ID = new RegExp(`^(?:${WORDS.SLUG})$`);
const fetched = new Map();

/** Where a page of this site is, from its address below the root. */
export const pageAt = (address) => new URL(address, ROOT).href;

/** Every source, as { id, title, publisher, kind, published, held }. */
export async function sourceList() {
  const { publishers, kinds, sources } = await json("data/sources.json");
  return sources.map(([id, title, publisher, kind, published, held]) => ({
    id, title, publisher: publishers[publisher], kind: kinds[kind], published, held,
  }));
}

/** What is published of one source; null if there is none of that id. */
export const sourceOf = async (id) => (ID.test(id) ? json(`data/sources/${id}.json`) : null);

function json(path) {
  if (!fetched.has(path)) {
    const answer = fetch(new URL(path, ROOT)).then((response) => {
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.json();
    });
    fetched.set(path, answer);
    answer.catch(() => fetched.delete(path)); // the next time may go better
  }
  return fetched.get(path);
}
