/** What a client reads of an answer to a GraphQL request. */
export interface GraphQLReply {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** Posts bytes and reads the answer as GraphQL. */
export async function post(url: string, init: RequestInit): Promise<GraphQLReply> {
  const response = await fetch(url, { method: "POST", ...init });
  return { status: response.status, headers: response.headers, ...((await response.json()) as object) };
}

/** Posts a query as a well-behaved client does. */
export function postQuery(
  url: string,
  query: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<GraphQLReply> {
  return post(url, { headers: { "content-type": "application/json", ...headers }, body: JSON.stringify({ query }) });
}
