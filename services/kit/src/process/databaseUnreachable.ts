/** Thrown at start where a slice's database does not answer: says which, where, and what to do; never the password. */
export class DatabaseUnreachableError extends Error {
  override readonly name = "DatabaseUnreachableError";
}

/** Wraps a failure to reach a slice's database in words for whoever runs the hub. */
export async function reachingDatabase<T>(slice: string, url: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const code = connectionCode(error);
    if (code === undefined) throw error;
    const { host, pathname, username } = new URL(url);
    throw new DatabaseUnreachableError(
      `The database of the slice "${slice}" cannot be used: ${host}${pathname} as "${username}" answered ${code}. ` +
        `Check ${slice.toUpperCase()}_DATABASE_URL and ${slice.toUpperCase()}_OWNER_DATABASE_URL, that the server runs and is reachable from here, and that the role and database exist.`,
      { cause: error },
    );
  }
}

/** Codes of the network, and PostgreSQL's classes 08 (connection), 28 (authorization), 3D (no such database), 57P (shutting down). */
const connectionCodes = /^(E[A-Z]+|08...|28...|3D...|57P..)$/;

function connectionCode(error: unknown): string | undefined {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === "string" && connectionCodes.test(code)) return code;
  return typeof message === "string" && /timeout/i.test(message) ? "no answer in time" : undefined;
}
