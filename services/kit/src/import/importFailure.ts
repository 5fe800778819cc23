import { DatabaseError } from "pg";

import { ImportError } from "./importError";

/**
 * Says why an import failed in words that hold no data: the server's own texts for its classes 22 (data), 23
 * (constraints) and 40 (concurrency) may quote a row, so only names are taken from them. A fault of ours stays as it is.
 */
export function importFailure(error: unknown, signal?: AbortSignal): unknown {
  // First, because a statement and a connection that were given up fail in ways of their own.
  if (signal?.aborted) {
    return new ImportError("ABORTED", { problem: "the import was stopped", remedy: "Start it again at any time." });
  }
  if (!(error instanceof DatabaseError)) return error;
  switch (error.code?.slice(0, 2)) {
    case "22":
    case "23":
      return refused(error);
    case "40":
      return new ImportError("BUSY", {
        problem: `another session was changing the same rows (${error.code})`,
        remedy: "Start the import again.",
      });
    default:
      return error;
  }
}

function refused({ code, table, column, constraint }: DatabaseError): ImportError {
  const names = [constraint && `the constraint ${constraint}`, column && `the column ${column}`];
  const rule = [code, ...names].filter(Boolean).join(", ");
  return new ImportError("REFUSED_BY_DATABASE", {
    problem: `the database refused the rows of ${table ?? "the file"} (${rule})`,
    remedy: "Look for rows that break this rule.",
  });
}
