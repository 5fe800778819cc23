/** A fault of ours. Its text reaches the log, never a client. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
}

/** States what must hold if our code is right. */
export function invariant(condition: unknown, statement: string): asserts condition {
  if (!condition) throw new InvariantError(statement);
}
