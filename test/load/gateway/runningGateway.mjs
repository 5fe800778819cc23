import { once } from "node:events";
import { request } from "node:http";

import { freePort } from "./freePort.mjs";
import { gateways } from "./gateways.mjs";
import { cores, PinnedProcess } from "./pinnedProcess.mjs";

const readyWithinMs = 30_000;

/** A gateway on the core that is kept for gateways, alone among those that are asked at a time. */
export class RunningGateway {
  static async start(name, file) {
    const port = await freePort();
    const { args, env, cwd } = gateways[name];
    const process = new PinnedProcess({ core: cores.gateway, args: args({ file, port }), env, cwd });
    const gateway = new RunningGateway(name, port, process);
    await gateway.#ready();
    return gateway;
  }

  constructor(name, port, process) {
    this.name = name;
    this.port = port;
    this.process = process;
  }

  /** The parsed answer to one request. */
  async ask(body) {
    const asked = request({
      ...{ host: "127.0.0.1", port: this.port, path: "/graphql", method: "POST", agent: false },
      headers: { "content-type": "application/json", accept: "application/json" },
    }).end(body);
    const [response] = await once(asked, "response");
    const chunks = await response.toArray();
    return JSON.parse(Buffer.concat(chunks).toString());
  }

  async stop() {
    await this.process.stop();
  }

  async #ready() {
    const late = AbortSignal.timeout(readyWithinMs);
    let ended = false;
    void this.process.ended.then(() => (ended = true));
    for (;;) {
      try {
        await this.ask('{"query":"{ __typename }"}');
        return;
      } catch (error) {
        if (late.aborted || ended) {
          await this.stop();
          throw new Error(`The gateway "${this.name}" does not answer: ${this.process.output}`, { cause: error });
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
}
