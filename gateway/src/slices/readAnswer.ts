import { isUtf8 } from "node:buffer";

import type { FormattedExecutionResult } from "graphql";

import { SliceFault } from "./sliceFault";

/** What a slice may call its JSON (GraphQL over HTTP, section 4.2). */
const jsonTypes = /^\s*application\/(graphql-response\+)?json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

/** Refuses an answer by its head alone. A status other than those of a proxy may carry a GraphQL result. */
export function checkHead(status: number, contentType: string | undefined): void {
  if (status >= 502 && status <= 504) throw new SliceFault("notReady", `the status was ${String(status)}`);
  if (!jsonTypes.test(contentType ?? ""))
    throw new SliceFault("malformed", `the status was ${String(status)}, and the content-type is not that of JSON`);
}

/** Reads a whole body as a GraphQL result (GraphQL, section 7.1), or throws a `SliceFault`. */
export function readAnswer(body: Buffer): FormattedExecutionResult {
  if (!isUtf8(body)) throw new SliceFault("malformed", "the body is not valid UTF-8");
  let answer: unknown;
  try {
    answer = JSON.parse(body.toString("utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The error's own text quotes the body, which may hold anything.
    throw new SliceFault("malformed", "the body is not JSON");
  }
  if (!isResult(answer)) throw new SliceFault("malformed", "the body is not a GraphQL result");
  return answer;
}

function isResult(answer: unknown): answer is FormattedExecutionResult {
  if (!isObject(answer)) return false;
  const { data, errors, extensions } = answer;
  if (data === undefined && errors === undefined) return false;
  if (data !== undefined && data !== null && !isObject(data)) return false;
  if (extensions !== undefined && extensions !== null && !isObject(extensions)) return false;
  return errors === undefined || errors === null || (Array.isArray(errors) && errors.every(isError));
}

const isError = (error: unknown): boolean => isObject(error) && typeof error["message"] === "string";

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
