import type { FormattedExecutionResult } from "graphql";

/** The data of an answer that is JSON already. */
export class EncodedData {
  constructor(readonly json: Buffer) {}

  /** The data as values, for callers in this process. */
  toJSON(): unknown {
    return JSON.parse(this.json.toString("utf8"));
  }
}

/** A result with its data as values. */
export function decodedResult<T extends { readonly data?: unknown }>(result: T): T {
  const { data } = result;
  return data instanceof EncodedData ? { ...result, data: data.toJSON() } : result;
}

const [start, end] = [Buffer.from('{"data":'), Buffer.from("}")];

/** A result as the bytes that are sent, or as text where its data is not encoded. */
export function encodedResult(result: FormattedExecutionResult): Buffer | string {
  const { errors, extensions } = result;
  const data: unknown = result.data;
  if (!(data instanceof EncodedData)) return JSON.stringify(result);
  if (errors === undefined && extensions === undefined) return Buffer.concat([start, data.json, end]);
  return Buffer.concat([
    Buffer.from(errors === undefined ? '{"data":' : `{"errors":${JSON.stringify(errors)},"data":`),
    data.json,
    Buffer.from(extensions === undefined ? "}" : `,"extensions":${JSON.stringify(extensions)}}`),
  ]);
}
