/** Why the embedded server could not be had. */
export type EmbeddedPostgresErrorCode =
  | "DISK_FULL"
  | "IN_USE"
  | "NO_BINARIES"
  | "NO_PERMISSION"
  | "NO_SERVER_ACCOUNT"
  | "SECRET_MISSING"
  | "START_FAILED"
  | "WRONG_VERSION";

/** A failure of the embedded server; its message says what happened and what to do about it. */
export class EmbeddedPostgresError extends Error {
  constructor(code: EmbeddedPostgresErrorCode, message: string);
  readonly code: EmbeddedPostgresErrorCode;
}
