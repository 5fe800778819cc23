/**
 * The slices of the chaos, one process: `/good` answers, and so does `/<fault>` until its parent says `fail`; from then on it
 * fails in that way, until `heal`. The parent is told the port, and may ask `count`: how many faults there were so far.
 */
import { createServer } from "node:http";

import { faultNames, faults } from "./faults.mjs";

const things = Array.from({ length: 50 }, (_, index) => ({
  __typename: "Thing",
  id: String(index),
  name: `Thing ${index}`,
}));
let healthy = true;
let count = 0;

const server = createServer((request, response) => {
  let body = "";
  request.setEncoding("utf8").on("data", (text) => (body += text));
  request.once("end", () => {
    const name = request.url.slice(1);
    if (name === "good" || healthy) {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ data: dataOf(name, body) }));
      return;
    }
    count += 1;
    faults[name](request, response);
  });
});

/** What a slice in health says: the list, its own root field, or its own field of each thing that it is asked for. */
function dataOf(name, body) {
  if (name === "good") return { good: things };
  const { representations } = JSON.parse(body).variables ?? {};
  return representations === undefined
    ? { [name]: "well" }
    : { _entities: representations.map(({ id }) => ({ __typename: "Thing", id, [name]: "well" })) };
}

process.on("message", (message) => {
  if (message === "heal") healthy = true;
  if (message === "fail") healthy = false;
  if (message === "count") process.send({ count });
});
process.on("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port, faults: faultNames.length }));
