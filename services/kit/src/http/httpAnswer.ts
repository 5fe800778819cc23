/** What the door sends back: a status, headers, and a body that is whole or arrives in parts. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer | AsyncIterable<string>;
}

/** The media type of every JSON body that the door writes itself. */
export const jsonMediaType = "application/json; charset=utf-8";

/** Wraps a value as a JSON answer. */
export function jsonAnswer(status: number, value: unknown): HttpAnswer {
  return { status, headers: { "content-type": jsonMediaType }, body: JSON.stringify(value) };
}
