import { randomUUID } from "node:crypto";

import type { RunningGateway, StaffDirectory } from "@corespond/gateway";
import { invariant, type ViewerClaims } from "@corespond/kit";

import { CommandError } from "../commandError";
import { localIssuerName, machineAccount } from "../issuer/localIssuer";

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
    if (!payload || problems.length > 0) throw notAccepted(key, problems);
    return payload;
  }

  async #viewer(account: string): Promise<ViewerClaims> {
    const requestId = randomUUID();
    const subject = {
      issuer: localIssuerName,
      subject: account,
      machine: account === machineAccount,
      client: "demonstration",
      scopes: [],
      strong: true,
      acrValues: [],
    };
    const staff = await this.#findStaff(subject, requestId);
    invariant(staff, `the demonstration's account ${account} is an active staff member`);
    const { serves, covers, records, ...claims } = staff;
    const session = { scopes: [], client: "demonstration", purpose: "COC", requestId };
    return { ...claims, ...session, serves: [...serves], covers: [...covers], records: [...records] };
  }
}

/** Keys are forgotten after a week, and a database of one's own may outlive the data folder: then the story meets itself. */
function notAccepted(key: string, problems: readonly string[]): CommandError {
  return new CommandError(
    `The demonstration data could not be loaded: ${key} was not accepted (${problems.join("; ")}). ` +
      "A part of it may be left from an earlier start: load all of it anew with --reset, and empty databases of your own first.",
  );
}

/** One action of the demonstration's story. `select` is the payload's selection beside `userErrors`. */
export interface DemoAction {
  readonly name: string;
  readonly key: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly select: string;
}
