import { isUtf8 } from "node:buffer";
import type { IncomingHttpHeaders } from "node:http";
import { HttpProblem } from "./httpProblem";

/** Refuses a body that is not plain JSON in UTF-8 by its headers alone, before a byte of it is read. */
export function requireJson(headers: IncomingHttpHeaders): void {
  const encoding = headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity") {
    throw unsupported("Compressed request bodies are not accepted; send the body without content-encoding.");
  }
  const [mediaType = "", ...parameters] = (headers["content-type"] ?? "").split(";");
  if (mediaType.trim().toLowerCase() !== "application/json") {
    throw unsupported("The request's content-type must be application/json.");
  }
  if (!parameters.every(isUtf8OrNoCharset)) {
    throw unsupported("The request's charset must be utf-8.");
  }
}

function isUtf8OrNoCharset(parameter: string): boolean {
  const [name = "", value = ""] = parameter.split("=", 2);
  return name.trim().toLowerCase() !== "charset" || /^\s*"?utf-?8"?\s*$/i.test(value);
}

/** Decodes and parses a JSON body, and tells bytes that are not UTF-8 from text that is not JSON. */
export function parseJsonBody(body: Buffer): unknown {
  if (!isUtf8(body)) {
    throw malformed("The request's body is not valid UTF-8.");
  }
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw malformed("The request's body is not valid JSON.");
  }
}

function unsupported(message: string): HttpProblem {
  return new HttpProblem({ status: 415, code: "UNSUPPORTED_MEDIA_TYPE", message });
}

function malformed(message: string): HttpProblem {
  return new HttpProblem({ status: 400, code: "BAD_REQUEST", message });
}
