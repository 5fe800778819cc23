import type { FormattedExecutionResult } from "graphql";

import { dataOf } from "../engine/write/answerWriter";

/** The data of an answer that is JSON already. */
export class EncodedData {
  /** `json` is `{"data":…}`, the whole of an answer that has nothing else to tell. */
  constructor(readonly json: Buffer) {}

  /** The data as values, for callers in this process. */
  toJSON(): unknown {
    return JSON.parse(dataOf(this.json).toString("utf8"));
  }
}

/** A result with its data as values. */
export function decodedResult<T extends { readonly data?: unknown }>(result: T): T {
  const { data } = result;
  return data instanceof EncodedData ? { ...result, data: data.toJSON() } : result;
}

/** A result as the bytes that are sent, or as text where its data is not encoded. */
export function encodedResult(result: FormattedExecutionResult): Buffer | string {
  const { errors, extensions } = result;
  const data: unknown = result.data;
  if (!(data instanceof EncodedData)) return JSON.stringify(result);
  if (errors === undefined && extensions === undefined) return data.json;
  return Buffer.concat([
    Buffer.from(errors === undefined ? '{"data":' : `{"errors":${JSON.stringify(errors)},"data":`),
    dataOf(data.json),
    Buffer.from(extensions === undefined ? "}" : `,"extensions":${JSON.stringify(extensions)}}`),
  ]);
}
