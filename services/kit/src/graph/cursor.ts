import { z } from "zod";

import { graphError } from "../errors/graphError";

const cursorSchema = z.tuple([z.string().refine((text) => !text.includes("\u0000")), z.guid()]);

/** Where a row stands in its list: the text of its sort value, and its id as the tiebreak. */
export interface Position {
  readonly sort: string;
  readonly id: string;
}

/** Writes a position as an opaque cursor. */
export function encodeCursor({ sort, id }: Position): string {
  return Buffer.from(JSON.stringify([sort, id]), "utf8").toString("base64url");
}

/** Reads a cursor; one that this server did not write is the client's error. */
export function decodeCursor(cursor: string): Position {
  const parsed = cursorSchema.safeParse(cursorContent(cursor));
  if (!parsed.success) throw badCursor();
  const [sort, id] = parsed.data;
  return { sort, id };
}

/** The error for a cursor that fits no list. */
export const badCursor = (): Error => graphError("BAD_CURSOR", "The cursor was not issued by this list.");

/** What a cursor holds, whoever wrote it; null for what nobody here can have written. */
export function cursorContent(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
