/** A process that serves the benchmark's four slices, tells its parent their addresses, and counts what it is asked. */
import { createServer } from "node:http";

import { sliceSchemas } from "./benchmarkGraph.mjs";
import { cheapSlice } from "./cheapSlice.mjs";

let requests = 0;

function listen(name) {
  const answer = cheapSlice(name);
  const server = createServer((request, response) => {
    requests += 1;
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      answer((chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)).toString()).then(
        (body) =>
          response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body),
        (error) => response.writeHead(400).end(String(error)),
      );
    });
  });
  server.keepAliveTimeout = 120_000;
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${server.address().port}/graphql`)),
  );
}

process.on("message", () => process.send({ requests }));
process.once("disconnect", () => process.exit());

const names = Object.keys(sliceSchemas);
const urls = await Promise.all(names.map(listen));
process.send({ urls: Object.fromEntries(names.map((name, index) => [name, urls[index]])) });
