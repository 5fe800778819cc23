import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import { anonymousViewer, createLog, graphError, Role } from "@corespond/kit";
import { buildSchema, Kind, parse, type OperationDefinitionNode } from "graphql";

import { GatewayContext } from "../gatewayContext";
import { vouchedFor } from "../identity/caller";
import { guardedEngine } from "./guardedEngine";
import { judgeOf } from "./judge";
import { refusalRecorder, type RefusalRecorder } from "./recordRefusals";

type GraphEngine = ApolloServerOptionsWithGateway<GatewayContext>["gateway"];
type Executor = NonNullable<Awaited<ReturnType<GraphEngine["load"]>>["executor"]>;

const supergraph = `
  type Query { places: [Place!]  person(id: ID!): Person }
  type Mutation { write(text: String): Place @requiresScopes(scopes: [["corespond.write"]])  erase: Place @requiresScopes(scopes: [["corespond.write"]]) }
  type Place { name: String }
  type Person @requiresScopes(scopes: [["corespond.read"]]) { name: String }
`;

const keys = { agencies: "a key for tests that signs who asks" };
const stranger = anonymousViewer("test", "request-1");
const machine = { ...stranger, id: "machine", role: Role.PARTNER_CLIENT };

/** An engine that says what it was asked. */
const engine = (executed: string[]): GraphEngine => ({
  onSchemaLoadOrUpdate: () => () => undefined,
  stop: () => Promise.resolve(),
  load: () =>
    Promise.resolve({
      executor: (({ queryHash }) => {
        executed.push(queryHash);
        return Promise.resolve({ data: { places: [] } });
      }) as Executor,
    }),
});

async function ask(viewer: typeof machine | typeof stranger, text: string, record: RefusalRecorder) {
  const executed: string[] = [];
  const { executor } = await guardedEngine(judgeOf(supergraph), engine(executed), record).load({ apollo: {} });
  const document = parse(text);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const context = new GatewayContext(vouchedFor(viewer), keys);
  context.operation = "Look";
  const asked = { document, operation: operation as OperationDefinitionNode, queryHash: "hash", context };
  const answer = await executor?.({ ...asked, schema: buildSchema(supergraph, { assumeValid: true }) } as never);
  return { executed, answer };
}

/** A recorder over a port that keeps what it is asked, and what was kept. */
function recording(): { readonly record: RefusalRecorder; readonly kept: unknown[] } {
  const kept: unknown[] = [];
  const transport = ({ fn }: { readonly fn: string }, input: unknown) => {
    kept.push({ fn, input });
    return Promise.resolve(null);
  };
  return { record: refusalRecorder(transport, createLog({ name: "test", level: "silent" })), kept };
}

test("L18: of a query whose rest is answered, the refused coordinates are recorded, and nothing that was asked with them", async () => {
  const { record, kept } = recording();
  const { answer } = await ask(machine, '{ places { name } secret: person(id: "Testperson") { name } }', record);
  expect(answer?.data).toEqual({ places: [], secret: null });
  expect(kept).toEqual([
    {
      fn: "recordRefusals",
      input: { operation: "Look", refusals: [{ action: "READ", fields: ["Query.person"], codes: ["FORBIDDEN"] }] },
    },
  ]);
});

test("L18: each action that was refused is a row of its own", async () => {
  const { record, kept } = recording();
  await ask(machine, 'mutation { write(text: "secret") { name } again: write { name } erase { name } }', record);
  expect(kept).toMatchObject([
    {
      input: {
        refusals: [
          { action: "write", fields: ["Mutation.write"], codes: ["FORBIDDEN"] },
          { action: "erase", fields: ["Mutation.erase"], codes: ["FORBIDDEN"] },
        ],
      },
    },
  ]);
});

test("a stranger's refusals fill no audit, and what nobody refuses is not recorded", async () => {
  const { record, kept } = recording();
  const { answer } = await ask(stranger, '{ person(id: "1") { name } }', record);
  expect(answer?.errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
  await ask(machine, "{ places { name } }", record);
  expect(kept).toEqual([]);
});

test.each(["{ places { name } person(id: 1) { name } }", "mutation { write { name } }"])(
  "L18: where it cannot be recorded nobody is answered, and nothing is executed: %s",
  async (text) => {
    const down = () => Promise.reject(graphError("SLICE_UNAVAILABLE", "down"));
    const record = refusalRecorder(down, createLog({ name: "test", level: "silent" }));
    await expect(ask(machine, text, record)).rejects.toMatchObject({ extensions: { code: "SLICE_UNAVAILABLE" } });
  },
);
