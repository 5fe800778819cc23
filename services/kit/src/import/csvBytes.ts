import { ImportError } from "./importError";
import { readUnchanging, type ReadUnchangingOptions } from "./readUnchanging";

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

const foreignFormats: readonly { readonly start: Buffer; readonly name: string }[] = [
  { start: Buffer.from([0xff, 0xfe]), name: "text in UTF-16" },
  { start: Buffer.from([0xfe, 0xff]), name: "text in UTF-16" },
  { start: Buffer.from("PK\u0003\u0004", "latin1"), name: "a spreadsheet or a zip archive" },
  { start: Buffer.from([0x1f, 0x8b]), name: "compressed with gzip" },
  { start: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), name: "an old spreadsheet" },
];

/** Yields the bytes of a CSV file without the byte order mark, and refuses a file that by its first bytes is none. */
export async function* readCsvBytes(path: string, options: ReadUnchangingOptions): AsyncGenerator<Buffer, void, void> {
  let first = true;
  for await (const chunk of readUnchanging(path, options)) {
    if (!first) {
      yield chunk;
      continue;
    }
    first = false;
    refuseForeignFormat(path, chunk);
    const marked = chunk.subarray(0, byteOrderMark.length).equals(byteOrderMark);
    yield marked ? chunk.subarray(byteOrderMark.length) : chunk;
  }
}

function refuseForeignFormat(path: string, chunk: Buffer): void {
  const foreign = foreignFormats.find(({ start }) => chunk.subarray(0, start.length).equals(start));
  if (foreign === undefined) return;
  throw new ImportError("UNREADABLE", {
    file: path,
    problem: `the file is ${foreign.name}, not CSV`,
    remedy: "Export it as CSV in UTF-8.",
  });
}
