/**
 * A process that asks a gateway the same thing over many kept-alive connections, as told by messages of its parent:
 * `{ port, body, connections, seconds }`. Tells the milliseconds of each answer, and how many were not as long as the first.
 */
import { connect } from "node:net";

import { AnswerReader } from "./answerReader.mjs";

class Load {
  #latencies = [];
  #odd = 0;
  #length;
  #ending = false;

  constructor({ port, body, headers = {} }) {
    const fields = {
      host: `127.0.0.1:${port}`,
      "content-type": "application/json",
      accept: "application/json",
      ...headers,
    };
    const head = Object.entries({ ...fields, "content-length": Buffer.byteLength(body) });
    this.port = port;
    this.request = Buffer.from(
      `POST /graphql HTTP/1.1\r\n${head.map((each) => each.join(": ")).join("\r\n")}\r\n\r\n${body}`,
    );
  }

  async run(connections, seconds) {
    const started = performance.now();
    const timer = setTimeout(() => (this.#ending = true), seconds * 1000);
    await Promise.all(Array.from({ length: connections }, () => this.#connection()));
    clearTimeout(timer);
    return { latencies: this.#latencies, odd: this.#odd, ms: performance.now() - started };
  }

  #connection() {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, "127.0.0.1").setNoDelay(true);
      let sent = 0;
      const ask = () => {
        sent = performance.now();
        socket.write(this.request);
      };
      const reader = new AnswerReader((status, length) => {
        this.#take(performance.now() - sent, status, length);
        if (!this.#ending) return ask();
        socket.end();
        resolve();
      });
      socket.once("connect", ask);
      socket.on("data", (bytes) => reader.read(bytes));
      socket.once("error", reject);
      socket.once("close", () => reject(new Error("The gateway closed a connection.")));
    });
  }

  #take(ms, status, length) {
    this.#length ??= length;
    this.#latencies.push(ms);
    if (status !== 200 || length !== this.#length) this.#odd += 1;
  }
}

process.on("message", ({ connections, seconds, ...target }) => {
  new Load(target).run(connections, seconds).then(
    (result) => process.send(result),
    (error) => process.send({ error: String(error) }),
  );
});
process.once("disconnect", () => process.exit());
process.send({ ready: true });
