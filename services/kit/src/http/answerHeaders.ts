import type { OutgoingHttpHeaders } from "node:http";
import type { ContentEncoding } from "./contentEncoding";
import { corsHeaders, type CorsPolicy } from "./cors";
import type { Exchange } from "./exchange";
import type { HttpAnswer } from "./httpAnswer";

/** How one answer is sent. */
interface Sending {
  readonly cors: CorsPolicy | undefined;
  /** Whether the connection ends with it. */
  readonly closing: boolean;
  readonly encoding: ContentEncoding | undefined;
  /** Whether clients that take it encoded get another, so that caches must keep the two apart. */
  readonly compressible: boolean;
}

/** The headers of an answer: what every answer carries, then its own, which prevail. */
export function answerHeaders(
  { id, request }: Exchange,
  answer: HttpAnswer,
  { cors, closing, encoding, compressible }: Sending,
): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {
    "x-request-id": id,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
  const granted = corsHeaders(cors, request.headers);
  Object.assign(headers, granted, answer.headers);
  if (encoding !== undefined) headers["content-encoding"] = encoding;
  const varies = [granted["vary"], compressible ? "accept-encoding" : undefined, answer.headers?.["vary"]];
  const vary = varies.filter((each) => each !== undefined).join(", ");
  if (vary !== "") headers["vary"] = vary;
  if (closing || !request.complete) headers["connection"] = "close";
  return headers;
}
