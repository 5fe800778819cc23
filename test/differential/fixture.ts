/** A row of a fixture's data: plain values, other rows, or functions of a field's arguments. */
export interface Row {
  readonly [field: string]: unknown;
}

/** A field that a slice makes of what it is given: what `@requires` asked for, and its arguments. */
export type Computed = (given: Row, args: Row) => unknown;

/** The fields of a root, each a function of its arguments. */
export type Root = Readonly<Record<string, (args: Row) => unknown>>;

/** All that a fixture's slices know. */
export interface World {
  readonly Query: Root;
  readonly Mutation?: Root;
  /** Who can be referred to, by the name of the type that refers: an interface lists its members. */
  readonly entities?: Readonly<Record<string, readonly Row[]>>;
  /** Fields with `@requires`, by type. */
  readonly computed?: Readonly<Record<string, Readonly<Record<string, Computed>>>>;
}

/** One request and its answer, as the specification has it. */
export interface Case {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  /** The path of each error as text: `reviews.0.author`; an empty text where it has none. */
  readonly errors?: readonly string[];
  /** Why `@apollo/gateway` answers something else. */
  readonly stockErrs?: string;
}

/** A small supergraph: its slices, their data and what is asked. */
export interface Fixture {
  readonly name: string;
  /** SDL by slice. */
  readonly slices: Readonly<Record<string, string>>;
  /** Fresh data: mutations change it. */
  readonly world: () => World;
  /** Good values of arguments, by the argument's name or its type's. */
  readonly values?: Readonly<Record<string, readonly unknown[]>>;
  /** Whether a progressive override's label holds; none does by default. */
  readonly override?: (label: string) => boolean;
  /** Why `@apollo/gateway` does not load the supergraph. */
  readonly stockRefuses?: string;
  /** Root fields that generated operations leave out. */
  readonly avoid?: readonly string[];
  /** Why the stock gateway errs so often here that answers under faults cannot be held to its. */
  readonly faultless?: string;
  readonly cases: readonly Case[];
}

/** What federated schemas of a fixture begin with. */
export const federation = (...imports: readonly string[]): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.8", import: [${imports.map((each) => `"@${each}"`).join(", ")}])\n`;
