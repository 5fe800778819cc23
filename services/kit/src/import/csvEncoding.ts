import { isUtf8 } from "node:buffer";

/** The encodings that a CSV file may have: the standard one, and the one that Excel writes on a Windows of the West. */
export type CsvEncoding = "utf-8" | "windows-1252";

// Bytes 0x80 to 0x9F. Node 20's TextDecoder takes them for control characters (nodejs/node#56542), hence the table.
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const beyondAscii = /[^\0-\x7f]/;

/** Decodes a field whose characters are the file's bytes; undefined where the bytes are not of the encoding. */
export function decodeField(bytes: string, encoding: CsvEncoding): string | undefined {
  if (!beyondAscii.test(bytes)) return bytes;
  if (encoding === "windows-1252")
    return bytes.replace(/[\x80-\x9f]/g, (byte) => windows1252[byte.charCodeAt(0) - 0x80] ?? byte);
  const buffer = Buffer.from(bytes, "latin1");
  return isUtf8(buffer) ? buffer.toString("utf8") : undefined;
}

/** Decodes bytes that are not of the encoding, for people to recognise: every foreign byte becomes U+FFFD. */
export function decodeForReport(bytes: string): string {
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Counts the physical lines that end before the first bytes that are not UTF-8. */
export function linesBeforeInvalidUtf8(bytes: string): number {
  // No line break is part of a longer UTF-8 sequence, so each line stands for itself.
  return bytes.split(/\r\n|\r|\n/).findIndex((line) => !isUtf8(Buffer.from(line, "latin1")));
}
