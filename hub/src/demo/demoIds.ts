import { createHash } from "node:crypto";

const version = "7";
const madeAt = Date.UTC(2019, 0, 1).toString(16).padStart(12, "0");

/**
 * The id of a thing of the demonstration: a UUIDv7 (RFC 9562) of 1 January 2019 whose random bits are a hash of what it
 * names, so that links, bookmarks and tests find the same things in every installation.
 */
export function demoId(kind: string, name: string | number): string {
  const hash = createHash("sha256")
    .update(`${kind}/${String(name)}`)
    .digest("hex");
  const variant = ((Number.parseInt(hash.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return [
    madeAt.slice(0, 8),
    madeAt.slice(8),
    version + hash.slice(0, 3),
    variant + hash.slice(4, 7),
    hash.slice(7, 19),
  ].join("-");
}
