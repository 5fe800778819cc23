/** What a code of an error means to a client, and the HTTP status that a whole failed request carries. */
export interface ErrorCatalogueEntry {
  readonly status: number;
  readonly meaning: string;
  readonly remedy: string;
}

const entry = (status: number, meaning: string, remedy: string): ErrorCatalogueEntry => ({ status, meaning, remedy });

/**
 * Every code that an error of the graph may carry in `extensions.code`. `docs/errors.md` lists the same; a test
 * compares the two in both directions.
 */
export const errorCatalogue = {
  BAD_CURSOR: entry(200, "A cursor was not issued by this field.", "Start again without `after` or `before`."),
  BAD_REQUEST: entry(400, "The HTTP request is not a GraphQL request.", "Send JSON with a `query`."),
  BAD_USER_INPUT: entry(
    200,
    "A variable or argument has a value that the schema or a stated rule refuses.",
    "Correct the named argument.",
  ),
  COST_ESTIMATED_TOO_EXPENSIVE: entry(
    400,
    "The operation may cost more than the limit, by the estimate of `docs/limits.md`.",
    "Ask for less at once, or for shorter pages.",
  ),
  COST_QUERY_PARSE_FAILURE: entry(
    400,
    "What the operation costs cannot be told: a field needs exactly one of its slicing arguments.",
    "Give the field one of the arguments that the message names.",
  ),
  FORBIDDEN: entry(
    200,
    "The viewer's role or the token's scopes do not allow this at all, whatever the data.",
    "Use an account whose role may, or a token with the scope.",
  ),
  GRAPHQL_PARSE_FAILED: entry(400, "The document is not GraphQL.", "Correct the syntax at the named place."),
  GRAPHQL_VALIDATION_FAILED: entry(
    400,
    "The document does not fit the schema.",
    "Correct the named field or argument.",
  ),
  IDEMPOTENCY_MISMATCH: entry(
    200,
    "The idempotency key was used before with another input.",
    "Use a new key for a new action.",
  ),
  INTERNAL_SERVER_ERROR: entry(
    500,
    "A fault of ours. Its text is masked; the log holds it under the request's id.",
    "Report the `requestId`.",
  ),
  INVALID_SLICE_ANSWER: entry(
    200,
    "A slice gave a value that the schema does not allow there; it is null in the answer, or what holds it is.",
    "Report the `requestId`.",
  ),
  INVALID_TOKEN: entry(
    401,
    "The bearer token is malformed, expired, or not from an issuer that is trusted here.",
    "Sign in again.",
  ),
  NOT_ACTIVE: entry(
    403,
    "The token is genuine, but its subject is not an active staff member.",
    "Ask the agency's administrator.",
  ),
  NOT_ACCEPTABLE: entry(
    406,
    "The request accepts no media type that a GraphQL answer has.",
    "Send `accept: application/graphql-response+json, application/json;q=0.9`.",
  ),
  OPERATION_RESOLUTION_FAILURE: entry(
    400,
    "No operation of the document fits `operationName`, or the graph has no root for it.",
    "Name one of the document's operations.",
  ),
  PAYLOAD_TOO_LARGE: entry(413, "The request's body is over the limit.", "Send less."),
  PERSISTED_QUERY_NOT_FOUND: entry(
    200,
    "The hash of a persisted query is not known here.",
    "Send the document with the hash.",
  ),
  PERSISTED_QUERY_NOT_SUPPORTED: entry(200, "Persisted queries are not served here.", "Send the document."),
  QUERY_NOT_IN_SAFELIST: entry(
    400,
    "This client may run registered documents only, and this one is not registered for it.",
    "Have the operation registered, or send a registered document's id.",
  ),
  QUERY_TOO_DEEP: entry(400, "The document nests deeper than the limit.", "Ask for less at once."),
  QUERY_TOO_LARGE: entry(
    400,
    "The document may return more nodes than the limit, its answer has more than 64 MiB, or no plan is found.",
    "Ask for shorter pages.",
  ),
  REQUEST_RATE_LIMITED: entry(
    429,
    "The client's budget for this span of time is spent.",
    "Wait as long as `retry-after` says.",
  ),
  REQUEST_TIMEOUT: entry(504, "The request took longer than the limit.", "Try again, or ask for less."),
  SERVICE_UNAVAILABLE: entry(
    503,
    "The server is starting or draining, or has more requests than it can answer.",
    "Try again shortly.",
  ),
  SIGN_IN_UNAVAILABLE: entry(
    503,
    "Whom the bearer token stands for cannot be told: its issuer's keys or the staff directory cannot be had.",
    "Try again shortly.",
  ),
  SLICE_UNAVAILABLE: entry(
    200,
    "A slice of the graph did not answer; the rest of the answer is complete.",
    "Try again later.",
  ),
  STEP_UP_REQUIRED: entry(
    401,
    "The document asks for what needs a sign-in with several factors (criminal justice information).",
    "Sign in again with several factors; `acrValues` and `www-authenticate` say how.",
  ),
  TOO_MANY_ALIASES: entry(400, "The document has more aliases than the limit.", "Split the request."),
  TOO_MANY_DIRECTIVES: entry(400, "The document has more directives than the limit.", "Split the request."),
  TOO_MANY_ROOT_FIELDS: entry(400, "The document has more root fields than the limit.", "Split the request."),
  UNAUTHENTICATED: entry(
    401,
    "The field needs a signed-in viewer; the rest of the answer is complete.",
    "Send `authorization: Bearer …`.",
  ),
  UNSIGNED_VIEWER: entry(401, "A slice was called without a viewer signed by the gateway.", "Call the gateway."),
  UNSUPPORTED_MEDIA_TYPE: entry(415, "The body's media type or encoding is not accepted.", "Send `application/json`."),
} as const satisfies Readonly<Record<string, ErrorCatalogueEntry>>;

/** A code of the one catalogue. */
export type ErrorCode = keyof typeof errorCatalogue;

/** Tells whether a text is a code of the catalogue. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(errorCatalogue, code);
}
