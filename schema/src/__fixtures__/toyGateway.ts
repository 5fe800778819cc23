import { ApolloGateway, LocalGraphQLDataSource } from "@apollo/gateway";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import type { FormattedExecutionResult, OperationDefinitionNode } from "graphql";
import { fixtures, fixtureSupergraph } from "./fixtures";

/** What a slice is asked for by reference, in order. */
interface Ask {
  readonly slice: string;
  readonly reference: Readonly<Record<string, unknown>>;
}

/** A gateway over the fixture slices, and what it asked them for. */
export interface ToyGateway {
  readonly asks: readonly Ask[];
  run(source: string): Promise<FormattedExecutionResult>;
}

const person = { id: "p1", recordId: "r1", recordIds: ["r1", "r2"], name: "Ada Testperson" };
const referrals = [
  { id: "f1", recordId: "r2", callId: "c1", reasonCodes: ["FOOD"] },
  { id: "f2", recordId: "hidden", callId: null, reasonCodes: ["HOUSING"] },
];
const calls = [{ id: "c1", incidentNumber: "24-001", recordIds: ["r1", "hidden"] }];

type Reference = Readonly<Record<string, unknown>>;
type Parent = { readonly recordIds: readonly string[] };

const answers = {
  people: {
    Query: { person: (_: unknown, { id }: { id: string }) => (id === person.id ? person : null) },
    Person: {
      __resolveReference: ({ id, recordId }: Reference) =>
        id === person.id || person.recordIds.includes(String(recordId)) ? person : null,
    },
  },
  referrals: {
    Query: { referral: (_: unknown, { id }: { id: string }) => referrals.find((referral) => referral.id === id) },
    Referral: { person: ({ recordId }: { recordId: string }) => ({ recordId }), agency: () => ({ id: "a1" }) },
    Person: {
      referrals: ({ recordIds }: Parent) => ({
        nodes: referrals.filter(({ recordId }) => recordIds.includes(recordId)),
      }),
    },
    Agency: { referrals: () => ({ nodes: referrals }) },
  },
  agencies: {
    Agency: { __resolveReference: ({ id }: Reference) => ({ id, name: "Springfield Police Department" }) },
    CallForService: {
      subjects: (call: Parent) => call.recordIds.map((recordId) => ({ recordId })),
    },
    Person: {
      calls: ({ recordIds }: Parent) => ({
        nodes: calls.filter((call) => call.recordIds.some((id) => recordIds.includes(id))),
      }),
    },
    Referral: { call: ({ callId }: Reference) => calls.find(({ id }) => id === callId) ?? null },
  },
  resources: {
    Referral: {
      suggestedServices: ({ reasonCodes }: Reference) => [
        { id: "s1", name: `Help with ${String(reasonCodes)}`, phones: [] },
      ],
    },
  },
};

/** Starts Apollo's gateway over the fixture slices, in this process. */
export async function toyGateway(): Promise<ToyGateway> {
  const asks: Ask[] = [];
  const gateway = new ApolloGateway({
    supergraphSdl: fixtureSupergraph,
    buildService: ({ name }) => new RecordingSource(name, asks),
  });
  const { executor, schema } = await gateway.load();
  const run = async (source: string) => {
    const document = parse(source);
    const operation = document.definitions[0] as OperationDefinitionNode;
    const request = { request: { query: source, variables: {} }, document, operation, queryHash: source };
    return executor({
      ...request,
      schema,
      context: {},
      metrics: {},
      logger: console,
    } as never) as Promise<FormattedExecutionResult>;
  };
  return { asks, run };
}

class RecordingSource extends LocalGraphQLDataSource {
  constructor(
    private readonly slice: string,
    private readonly asks: Ask[],
  ) {
    const sdl = fixtures.find(({ name }) => name === slice)?.sdl ?? "";
    super(buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: answers[slice as keyof typeof answers] as never }]));
  }

  override process(options: Parameters<LocalGraphQLDataSource["process"]>[0]) {
    const references = (options.request.variables?.["representations"] ?? []) as readonly Reference[];
    this.asks.push(...references.map((reference) => ({ slice: this.slice, reference })));
    return super.process(options);
  }
}
