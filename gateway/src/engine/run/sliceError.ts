import type { GraphQLFormattedError } from "graphql";

import type { AnswerPath } from "./entityPaths";

/** An error of an answer, with the path in the client's own words. */
export interface AnswerError {
  readonly message: string;
  readonly path?: AnswerPath;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** More errors than these in one part of an answer tell a client nothing new, and a slice could fill the memory with them. */
export const mostErrors = 1_000;

/** Retells what a slice said went wrong: its text and code, the slice's name, and where it is in the client's answer. */
export function sliceError(slice: string, said: GraphQLFormattedError, path?: AnswerPath): AnswerError {
  const message =
    typeof said?.message === "string" && said.message !== "" ? said.message : `The slice "${slice}" failed.`;
  const extensions = said?.extensions !== null && typeof said?.extensions === "object" ? said.extensions : {};
  return {
    message,
    ...(path && { path }),
    extensions: { code: "DOWNSTREAM_SERVICE_ERROR", ...extensions, serviceName: slice },
  };
}

/** What is wrong with a slice's answer itself. */
export function badAnswer(slice: string, finding: string): AnswerError {
  return sliceError(slice, { message: finding, extensions: { code: "INVALID_SLICE_ANSWER" } });
}

const findings = {
  unplanned: "No slice can be asked for this field.",
  null: "A value that may not be null is missing.",
  wrong: "A value is not of the type that the schema gives it.",
};

/** A value that the schema does not allow where it stands; the text tells nothing of the value. */
export function badAnswerAt(path: AnswerPath, finding: keyof typeof findings): AnswerError {
  return { message: findings[finding], path, extensions: { code: "INVALID_SLICE_ANSWER" } };
}
