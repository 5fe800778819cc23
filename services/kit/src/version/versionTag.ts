import { createHash } from "node:crypto";

import { UserErrorCode } from "../graph/userError";
import { fail } from "../mutation/userFailure";

/**
 * An opaque tag of a record as this viewer sees it. It is made from the view's own fields, so it does not change when
 * somebody writes what the viewer may not see.
 */
export function versionTag(view: Readonly<Record<string, unknown>>): string {
  const seen = JSON.stringify(view, (key, value: unknown) => (key === "version" ? undefined : value));
  return createHash("sha256").update(seen).digest("base64url").slice(0, 22);
}

/** Ends an action where the record is no longer as its caller saw it. `known` says what the caller may know of it now. */
export function expectVersion(expected: string | null | undefined, actual: string, known: string): void {
  if (expected != null && expected !== actual) {
    fail(UserErrorCode.CONFLICT, `The record has changed since you read it. ${known}`, ["input", "expectedVersion"]);
  }
}
