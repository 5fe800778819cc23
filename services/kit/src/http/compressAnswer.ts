import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { ContentEncoding } from "./contentEncoding";
import type { HttpAnswer } from "./httpAnswer";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this an answer fits one packet, and compressing it costs more than it saves. */
const worthItBytes = 1_400;

/** What is text; images and fonts are compressed already. */
const compressible = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|javascript|xml)|image\/svg\+xml)/;

/** A quality at which Brotli costs what gzip does, and saves more. */
const brotliQuality = 4;

/** An answer that is there as a whole. */
type WholeAnswer = HttpAnswer & { readonly body: string | Buffer };

/**
 * Whether an answer is another where the client takes it compressed, so that caches must keep the two apart: whole ones of
 * some size. One that comes in parts is sent as it comes.
 */
export function isCompressible(answer: HttpAnswer): answer is WholeAnswer {
  const { body, headers } = answer;
  if (typeof body !== "string" && !Buffer.isBuffer(body)) return false;
  const { "content-type": type = "", "content-encoding": encoded } = headers ?? {};
  return body.length >= worthItBytes && encoded === undefined && compressible.test(type);
}

/** The body of an answer, compressed in zlib's own threads: the event loop goes on. */
export async function compressed({ body }: WholeAnswer, encoding: ContentEncoding): Promise<Buffer> {
  return await compress[encoding](typeof body === "string" ? Buffer.from(body) : body);
}

const compress: Readonly<Record<ContentEncoding, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) =>
    brotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body) => zip(body),
};
