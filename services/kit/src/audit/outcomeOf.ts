import { GraphQLError } from "graphql";

import { UserErrorCode } from "../graph/userError";
import { UserFailure } from "../mutation/userFailure";
import type { AuditOutcome } from "./auditFacts";

/** The codes of errors and user errors by which a viewer is told, or not told, that something is not theirs. */
const denials: readonly string[] = ["FORBIDDEN", "UNAUTHENTICATED", UserErrorCode.NOT_FOUND, UserErrorCode.NOT_ALLOWED];

/** How an attempt that ended with these codes is recorded. */
export function outcomeOf(codes: readonly string[]): AuditOutcome {
  return codes.some((code) => denials.includes(code)) ? "DENIED" : "FAILED";
}

/** The codes that a thrown error stands for. */
export function codesOf(error: unknown): readonly string[] {
  if (error instanceof UserFailure) return [...new Set(error.userErrors.map(({ code }) => code as string))];
  const code = error instanceof GraphQLError ? error.extensions["code"] : undefined;
  return [typeof code === "string" ? code : "INTERNAL_SERVER_ERROR"];
}
