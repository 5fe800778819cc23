import type { ErrorCode } from "../errors/errorCatalogue";
import { jsonMediaType, type HttpAnswer } from "./httpAnswer";

interface HttpProblemOptions {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal with a status and a code, whose message is meant for the caller. */
export class HttpProblem extends Error {
  override readonly name = "HttpProblem";
  readonly status: number;
  readonly code: ErrorCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor({ status, code, message, headers = {} }: HttpProblemOptions) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Writes a refusal in the shape of a GraphQL error, so that clients parse one kind of error only. */
export function problemAnswer({ status, code, message, headers }: HttpProblem): HttpAnswer {
  return {
    status,
    headers: { ...headers, "content-type": jsonMediaType },
    body: JSON.stringify({ errors: [{ message, extensions: { code } }] }),
  };
}

/** The masked answer to a bug of ours: its text stays in the log. */
export function internalProblem(): HttpProblem {
  return new HttpProblem({
    status: 500,
    code: "INTERNAL_SERVER_ERROR",
    message: "Something went wrong on our side; the request id identifies it in our log.",
  });
}
