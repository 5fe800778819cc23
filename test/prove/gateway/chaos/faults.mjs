/** The ways in which a slice fails: each answers one HTTP request whose body is read. */

const jsonHead = { "content-type": "application/json" };
const gigabyte = 2 ** 30;
const block = Buffer.alloc(1 << 20, "x");

/** Writes until so many bytes are out, or nobody takes more. */
function flood(response, bytes) {
  let left = bytes;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= block.length;
      if (!response.write(block)) {
        response.once("drain", more);
        return;
      }
    }
    response.end();
  };
  more();
}

/** The ways, by name. */
export const faults = {
  /** Never answers. */
  hang: () => undefined,
  /** Cuts the connection before an answer. */
  reset: (_request, response) => response.socket.resetAndDestroy(),
  /** Cuts it in the midst of one. */
  torn: (_request, response) => {
    response.writeHead(200, { ...jsonHead, "content-length": 1_000 });
    response.write('{"data":{', () => response.socket.resetAndDestroy());
  },
  /** Bytes that are no JSON. */
  garbage: (_request, response) => response.writeHead(200, jsonHead).end("\u0000\u0001{{{[[["),
  /** JSON that is no GraphQL result. */
  noResult: (_request, response) => response.writeHead(200, jsonHead).end('{"data":[1,2],"errors":"all wrong"}'),
  /** JSON nested a million deep. */
  nested: (_request, response) => response.writeHead(200, jsonHead).end(`{"data":${"[".repeat(1_000_000)}`),
  /** A result whose values are of other types than the schema's, and nested deeper than a stack. */
  otherTypes: (_request, response) => {
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    response
      .writeHead(200, jsonHead)
      .end(`{"data":{"otherTypes":${deep},"_entities":[${deep},{"otherTypes":${deep}},7]}}`);
  },
  /** Ten thousand errors, each of every thing that was asked about. */
  manyErrors: (_request, response) => {
    const error = (at) => `{"message":"No.","path":["_entities",${at % 50},"manyErrors"]}`;
    const errors = Array.from({ length: 10_000 }, (_, at) => error(at)).join(",");
    response.writeHead(200, jsonHead).end(`{"data":{"_entities":[]},"errors":[${errors}]}`);
  },
  /** A result under another name. */
  wrongType: (_request, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end('{"data":{"wrongType":"x"}}'),
  /** A text that is not UTF-8. */
  invalidUtf8: (_request, response) =>
    response.writeHead(200, jsonHead).end(Buffer.from('{"data":{"invalidUtf8":"\xff\xfe"}}', "latin1")),
  /** A gigabyte, and says so. */
  gigabyte: (_request, response) => {
    response.writeHead(200, { ...jsonHead, "content-length": gigabyte });
    flood(response, gigabyte);
  },
  /** A gigabyte that never says how long it is. */
  flood: (_request, response) => {
    response.writeHead(200, jsonHead);
    flood(response, gigabyte);
  },
  /** A byte at a time, without end. */
  drip: (_request, response) => {
    response.writeHead(200, jsonHead);
    const timer = setInterval(() => response.write(" "), 50);
    response.once("close", () => clearInterval(timer));
  },
  /** A proxy's page in the place of the slice. */
  badGateway: (_request, response) => response.writeHead(502, { "content-type": "text/html" }).end("<p>Bad gateway"),
  /** Bytes that are not HTTP. */
  notHttp: (_request, response) => response.socket.end("\u0016\u0003\u0001 TLS, surely?\r\n\r\n"),
};

/** Their names: each is a slice, a root field and a field of every thing. */
export const faultNames = Object.keys(faults);
