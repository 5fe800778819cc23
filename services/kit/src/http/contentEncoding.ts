/** An encoding that the door can give an answer. */
export type ContentEncoding = "br" | "gzip";

/**
 * The encoding that an `Accept-Encoding` header likes best (RFC 9110, 12.5.3), Brotli where it likes both alike; undefined
 * where it likes the answer best as it is, or says nothing.
 */
export function contentEncoding(accepted: string | undefined): ContentEncoding | undefined {
  if (accepted === undefined) return undefined;
  const qualities = new Map(accepted.split(",").map(quality));
  const others = qualities.get("*") ?? 0;
  const [br, gzip] = [qualities.get("br") ?? others, qualities.get("gzip") ?? others];
  const best = Math.max(br, gzip);
  if (best === 0 || best < (qualities.get("identity") ?? 0)) return undefined;
  return br === best ? "br" : "gzip";
}

function quality(text: string): readonly [string, number] {
  const [name = "", parameter = ""] = text.split(";", 2).map((part) => part.trim().toLowerCase());
  const stated = parameter.startsWith("q=") ? Number(parameter.slice(2)) : 1;
  return [name, stated >= 0 && stated <= 1 ? stated : 0];
}
