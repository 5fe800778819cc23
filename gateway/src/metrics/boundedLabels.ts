import { BoundedNames, otherName } from "./boundedNames";

/** How a request's client and operation are called in metrics. */
export interface ClientLabels {
  readonly client: string;
  readonly operation: string;
}

/** How many names are kept apart. */
export interface LabelBounds {
  readonly clients: number;
  /** Of each client, so that none takes another's places. */
  readonly operationsPerClient: number;
  /** Of all clients together. */
  readonly operations: number;
}

/** A few hundred series an instance. */
const defaultBounds: LabelBounds = { clients: 20, operationsPerClient: 50, operations: 200 };

/** Five decimal digits in a row, or eight hexadecimal ones with a decimal one among them. */
const looksLikeAnId = /\d{5}|(?=[a-f]*\d)[0-9a-f]{8}/i;

/**
 * Names clients and their operations within bounds. An issuer vouches for a client's name, nobody for an operation's: one that
 * may hold an id or a number of somebody gets no place.
 */
export class BoundedLabels {
  readonly #clients: BoundedNames;
  readonly #operations = new Map<string, BoundedNames>();
  readonly #pairs = new Set<string>();

  constructor(private readonly bounds: LabelBounds = defaultBounds) {
    this.#clients = new BoundedNames(bounds.clients);
  }

  /** The labels of one request. */
  of(request: ClientLabels): ClientLabels {
    const client = this.#clients.label(request.client);
    const pair = `${client} ${request.operation}`;
    const isKnown = this.#pairs.has(pair);
    if (!isKnown && (this.#pairs.size >= this.bounds.operations || looksLikeAnId.test(request.operation)))
      return { client, operation: otherName };
    const operation = this.#namesOf(client).label(request.operation);
    if (operation !== otherName) this.#pairs.add(pair);
    return { client, operation };
  }

  #namesOf(client: string): BoundedNames {
    const known = this.#operations.get(client) ?? new BoundedNames(this.bounds.operationsPerClient);
    this.#operations.set(client, known);
    return known;
  }
}
