import { constants } from "node:fs";
import { open, stat, type FileHandle } from "node:fs/promises";

import { ImportError } from "./importError";
import { systemErrorCode } from "./systemErrorCode";

/** How far a file has been read, in bytes. */
export interface BytesRead {
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** What a reader may tell and be told while it reads. */
export interface ReadUnchangingOptions {
  readonly onBytes?: ((progress: BytesRead) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What tells that a path still names the same, untouched file. */
interface Identity {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
}

const chunkBytes = 64 * 1024;

/**
 * Yields a regular file's bytes, chunk by chunk as they are asked for, and throws `CHANGED_WHILE_READ` if what was
 * yielded may be a mixture: the file grew, shrank, was written to, or was replaced by another in the meantime.
 */
export async function* readUnchanging(
  path: string,
  options: ReadUnchangingOptions = {},
): AsyncGenerator<Buffer, void, void> {
  const handle = await openRegularFile(path);
  try {
    const before = await handle.stat({ bigint: true });
    const bytesTotal = Number(before.size);
    let bytesRead = 0;
    for (;;) {
      options.signal?.throwIfAborted();
      const chunk = await readChunk(path, handle);
      if (chunk.length === 0) break;
      bytesRead += chunk.length;
      if (bytesRead > bytesTotal) throw changed(path);
      options.onBytes?.({ bytesRead, bytesTotal });
      yield chunk;
    }
    const unchanged =
      bytesRead === bytesTotal &&
      same(before, await handle.stat({ bigint: true })) &&
      same(before, await identityOf(path));
    if (!unchanged) throw changed(path);
  } finally {
    await handle.close();
  }
}

/** Reads a regular file's size and its first bytes, by which an import is known again. */
export async function readHead(path: string, bytes: number): Promise<{ readonly size: number; readonly head: Buffer }> {
  const handle = await openRegularFile(path);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return { size: (await handle.stat()).size, head: buffer.subarray(0, bytesRead) };
  } finally {
    await handle.close();
  }
}

async function openRegularFile(path: string): Promise<FileHandle> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw unreadable(path, found.isDirectory() ? "is a folder" : "is not a regular file");
    return await open(path, constants.O_RDONLY);
  } catch (error) {
    throw asImportError(path, error);
  }
}

async function readChunk(path: string, handle: FileHandle): Promise<Buffer> {
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw asImportError(path, error);
  }
}

async function identityOf(path: string): Promise<Identity | undefined> {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return undefined;
    throw asImportError(path, error);
  }
}

function same(before: Identity, after: Identity | undefined): boolean {
  return (
    after !== undefined &&
    before.dev === after.dev &&
    before.ino === after.ino &&
    before.size === after.size &&
    before.mtimeNs === after.mtimeNs
  );
}

function asImportError(path: string, error: unknown): unknown {
  const code = systemErrorCode(error);
  if (code === undefined) return error;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new ImportError("MISSING_FILE", { file: path, problem: "there is no such file", remedy: "Check the path." });
  }
  return unreadable(path, `cannot be read (${code})`);
}

const unreadable = (path: string, problem: string): ImportError =>
  new ImportError("UNREADABLE", { file: path, problem, remedy: "Name a regular file that this user may read." });

const changed = (path: string): ImportError =>
  new ImportError("CHANGED_WHILE_READ", {
    file: path,
    problem: "the file changed while it was read",
    remedy: "Wait until whatever writes it is done, then import it again.",
  });
