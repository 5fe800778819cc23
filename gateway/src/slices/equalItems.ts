const [quote, backslash, comma, openObject, closeObject, openList, closeList] = [
  0x22, 0x5c, 0x2c, 0x7b, 0x7d, 0x5b, 0x5d,
];

/** Lists with more different items than these are read as a whole: looking for equal ones would cost more than it spares. */
const mostDifferent = 8;

/** A text whose first list of the data has each item once, and which of them stands at which place. */
export interface DistinctItems {
  readonly text: string;
  /** The list's name in the data. */
  readonly name: string;
  readonly places: readonly number[];
}

/**
 * Finds the items of an answer's first list that are the same bytes, where its head is `{"data":{"name":[`. Entities are often
 * answered alike, and what is read once is merged and written once. Null where it is not worth the while.
 */
export function equalItems(body: Buffer): DistinctItems | null {
  const head = /^\{"data":\{"([A-Za-z_]\w*)":\[/.exec(body.toString("latin1", 0, 80));
  if (!head) return null;
  const [{ length: start }, name = ""] = head;
  const different: { readonly from: number; readonly to: number }[] = [];
  const places: number[] = [];
  let at = start;
  for (;;) {
    if (body[at] !== openObject) return null;
    let place = different.findIndex(({ from, to }) => isSame(body, { from, to, at }));
    if (place < 0) {
      const end = endOfObject(body, at);
      if (end < 0 || different.length === mostDifferent) return null;
      place = different.push({ from: at, to: end }) - 1;
    }
    places.push(place);
    const item = different[place];
    at += item ? item.to - item.from : 0;
    if (body[at] === closeList) break;
    if (body[at] !== comma) return null;
    at += 1;
    if (places.length === mostDifferent && different.length === places.length) return null;
  }
  if (different.length === places.length) return null;
  const items = different.map(({ from, to }) => body.toString("utf8", from, to));
  return { text: `${body.toString("utf8", 0, start)}${items.join(",")}${body.toString("utf8", at)}`, name, places };
}

interface Compared {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

function isSame(body: Buffer, { from, to, at }: Compared): boolean {
  const end = at + to - from;
  return end < body.length && body.compare(body, from, to, at, end) === 0;
}

/** Where an object that begins at `at` ends; -1 where it does not. */
function endOfObject(body: Buffer, at: number): number {
  let depth = 0;
  for (let index = at; index < body.length; index += 1) {
    const byte = body[index];
    if (byte === quote) index = endOfText(body, index);
    else if (byte === openObject || byte === openList) depth += 1;
    else if (byte === closeObject || byte === closeList) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return -1;
}

/** The index of a text's closing quote. */
function endOfText(body: Buffer, at: number): number {
  let index = body.indexOf(quote, at + 1);
  while (index >= 0 && isEscaped(body, index)) index = body.indexOf(quote, index + 1);
  return index < 0 ? body.length : index;
}

function isEscaped(body: Buffer, at: number): boolean {
  let slashes = 0;
  while (body[at - 1 - slashes] === backslash) slashes += 1;
  return slashes % 2 === 1;
}
