import { graphError } from "../errors/graphError";
import type { Delegations } from "../viewer/viewerHeaders";
import type { PortCaller, PortQuestion, PortTransport } from "./portCaller";

/** Asks others' ports with the tokens that the gateway gave for this viewer. Answers live no longer than the request. */
export class DelegatedPortCaller implements PortCaller {
  readonly #transport: PortTransport;
  readonly #tokens: Delegations;

  constructor(transport: PortTransport, tokens: Delegations) {
    this.#transport = transport;
    this.#tokens = tokens;
  }

  async ask<O>(question: PortQuestion<O>, input: unknown): Promise<O> {
    if (this.#tokens[question.slice] === undefined) throw unavailable(question);
    try {
      return question.answer.parse(await this.#transport(question, input, this.#tokens));
    } catch (error) {
      throw Object.assign(unavailable(question), { cause: error });
    }
  }
}

const unavailable = ({ slice }: { readonly slice: string }): Error =>
  graphError("SLICE_UNAVAILABLE", `The slice "${slice}" did not answer what this field needs.`, {
    slice,
    retryable: true,
  });
