import type { GraphEndpoint } from "@corespond/kit";

import type { GatewayContext } from "../gatewayContext";
import type { ServedGraph } from "./servedGraph";

type Execute = GraphEndpoint<GatewayContext>["executeHTTPGraphQLRequest"];
type Answer = Awaited<ReturnType<Execute>>;

/** How long a graph that was replaced may take to finish what it was asked; longer than any request lives. */
const graceMs = 90_000;

/**
 * The supergraph of the moment. It is replaced between two requests: each is answered whole by the graph that it met, and
 * that is stopped once it has nothing left to answer.
 */
export class CurrentGraph implements GraphEndpoint<GatewayContext> {
  #inUse: GraphInUse;

  constructor(graph: ServedGraph) {
    this.#inUse = new GraphInUse(graph);
  }

  get graph(): ServedGraph {
    return this.#inUse.graph;
  }

  async executeHTTPGraphQLRequest(request: Parameters<Execute>[0]): Promise<Answer> {
    return await this.#inUse.execute(request);
  }

  /** Answers from now on by another graph. Resolves when the one before has stopped, which nobody needs to wait for. */
  async replace(graph: ServedGraph): Promise<void> {
    const before = this.#inUse;
    this.#inUse = new GraphInUse(graph);
    await before.idle(graceMs);
    await before.graph.stop();
  }
}

class GraphInUse {
  #requests = 0;
  #whenIdle: (() => void) | undefined;

  constructor(readonly graph: ServedGraph) {}

  async execute(request: Parameters<Execute>[0]): Promise<Answer> {
    this.#requests += 1;
    let answer: Answer | undefined;
    try {
      answer = await this.graph.endpoint.executeHTTPGraphQLRequest(request);
    } finally {
      if (answer?.body.kind !== "chunked") this.#leave();
    }
    if (answer.body.kind === "complete") return answer;
    return { ...answer, body: { kind: "chunked", asyncIterator: this.#untilItsEnd(answer.body.asyncIterator) } };
  }

  /** Resolves when nothing is under way here. A client that left before the first part of its answer is never heard of again. */
  idle(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, withinMs).unref();
      this.#whenIdle = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.#requests === 0) this.#whenIdle();
    });
  }

  async *#untilItsEnd(parts: AsyncIterable<string>): AsyncIterableIterator<string> {
    try {
      yield* parts;
    } finally {
      this.#leave();
    }
  }

  #leave(): void {
    this.#requests -= 1;
    if (this.#requests === 0) this.#whenIdle?.();
  }
}
