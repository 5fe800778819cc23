import { isAscii, isUtf8 } from "node:buffer";

import type { FormattedExecutionResult } from "graphql";

import { equalItems } from "./equalItems";
import { SliceFault } from "./sliceFault";

/** What a slice may call its JSON (GraphQL over HTTP, section 4.2). */
const jsonTypes = /^\s*application\/(graphql-response\+)?json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

/** Refuses an answer by its head alone. A status other than those of a proxy may carry a GraphQL result. */
export function checkHead(status: number, contentType: string | undefined): void {
  if (status >= 502 && status <= 504) throw new SliceFault("notReady", `the status was ${String(status)}`);
  if (!jsonTypes.test(contentType ?? ""))
    throw noResult(status, `the status was ${String(status)}, and the content-type is not that of JSON`);
}

const noResult = (status: number, finding: string): SliceFault =>
  new SliceFault(status >= 400 && status < 500 ? "refused" : "malformed", finding);

/** What came over HTTP. */
export interface SliceBytes {
  readonly status: number;
  readonly body: Buffer;
}

/** Shorter answers are read sooner than they are looked over. */
const longBody = 2_048;

/**
 * Reads a whole body as a GraphQL result (GraphQL, section 7.1), or throws a `SliceFault`. With `onceIfEqual`, items of its
 * first list that are the same bytes become one value at several places.
 */
export function readAnswer({ status, body }: SliceBytes, onceIfEqual = false): FormattedExecutionResult {
  const ascii = isAscii(body);
  if (!ascii && !isUtf8(body)) throw new SliceFault("malformed", "the body is not valid UTF-8");
  const items = onceIfEqual && body.length >= longBody ? equalItems(body) : null;
  const answer = parsed(items ? items.text : body.toString(ascii ? "latin1" : "utf8"), status);
  if (!isResult(answer)) throw noResult(status, "the body is not a GraphQL result");
  if (!items) return answer;
  const list = answer.data?.[items.name] as readonly unknown[];
  return { ...answer, data: { ...answer.data, [items.name]: items.places.map((place) => list[place]) } };
}

function parsed(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The error's own text quotes the body, which may hold anything.
    throw noResult(status, "the body is not JSON");
  }
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
