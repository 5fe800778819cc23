import type { GraphQLFormattedError } from "graphql";

/** A GraphQL answer with its HTTP status. */
export interface Answer<D = Readonly<Record<string, never>>> {
  readonly status: number;
  readonly data: D | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What a client sends beside the document. */
export interface Sent {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly token?: string;
  /** More headers, such as the request's id. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the public graph over HTTP, as any client would. */
export async function ask<D>(url: string, query: string, { variables, token, headers }: Sent = {}): Promise<Answer<D>> {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer<D>, "status">) };
}

/** The data of an answer that must have come without errors. */
export function dataOf<D>(answer: Answer<D>): D {
  expect(answer.errors ?? []).toEqual([]);
  expect(answer.data).not.toBeNull();
  return answer.data as D;
}
