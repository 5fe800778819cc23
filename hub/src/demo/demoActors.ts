import { randomUUID } from "node:crypto";

import type { RunningGateway, StaffDirectory } from "@corespond/gateway";
import { invariant, type ViewerClaims } from "@corespond/kit";

import { localIssuerName } from "../issuer/localIssuer";

/** An action's payload: what it made, or why nothing was. */
interface Payload {
  readonly userErrors: readonly { readonly message: string }[];
}

/** Performs actions at the public graph as demonstration accounts. */
export class DemoActors {
  readonly #gateway: RunningGateway;
  readonly #findStaff: StaffDirectory;

  constructor(gateway: RunningGateway, findStaff: StaffDirectory) {
    this.#gateway = gateway;
    this.#findStaff = findStaff;
  }

  /** Performs one mutation with a key of its own, and returns its payload. */
  async act<P>(account: string, action: DemoAction): Promise<P> {
    const { name, input, key, select } = action;
    const inputType = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation Demonstration($input: ${inputType}!) { ${name}(input: $input) { ${select} userErrors { message } } }`;
    const { data, errors } = await this.#gateway.execute(await this.#viewer(account), {
      query,
      variables: { input: { ...input, idempotencyKey: `demonstration:${key}` } },
    });
    const payload = data?.[name] as (P & Payload) | null | undefined;
    const problems = [...(errors ?? []), ...(payload?.userErrors ?? [])].map(({ message }) => message);
    invariant(
      payload && problems.length === 0,
      `the demonstration's ${key} is accepted, but got: ${problems.join("; ")}`,
    );
    return payload;
  }

  async #viewer(account: string): Promise<ViewerClaims> {
    const requestId = randomUUID();
    const subject = { issuer: localIssuerName, subject: account, client: "demonstration", scopes: [] };
    const staff = await this.#findStaff(subject, requestId);
    invariant(staff, `the demonstration's account ${account} is an active staff member`);
    return { ...staff, serves: [...staff.serves], scopes: [], client: "demonstration", purpose: "COC", requestId };
  }
}

/** One action of the demonstration's story. `select` is the payload's selection beside `userErrors`. */
export interface DemoAction {
  readonly name: string;
  readonly key: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly select: string;
}
