import { ApolloServer, HeaderMap, type ApolloServerPlugin, type GraphQLResponse } from "@apollo/server";
import { Gate } from "./testing/gate";
import { postText, RawClient } from "./testing/rawClient";
import { startToyServer, type ToyContext, type ToyServer } from "./testing/startToyServer";

const accept = ["accept: multipart/mixed; deferSpec=20220824"];
const next = new Gate();
const ended = new Gate();
let apollo: ApolloServer<ToyContext>;
let server: ToyServer;

async function* laterParts(): AsyncGenerator<{ hasNext: boolean; items: never[] }> {
  try {
    yield { hasNext: true, items: [] };
    await next.pass();
    // Without end: only a client that leaves stops it.
    for (;;) yield { hasNext: true, items: [] };
  } finally {
    void ended.pass();
  }
}

/** Stands in for an engine that answers `@defer`, which graphql 16 does not. */
const inParts: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      responseForOperation: () =>
        Promise.resolve({
          http: { headers: new HeaderMap() },
          body: {
            kind: "incremental",
            initialResult: { hasNext: true, data: { hello: "first" } },
            subsequentResults: laterParts(),
          },
        } as unknown as GraphQLResponse),
    }),
};

beforeAll(async () => {
  apollo = new ApolloServer<ToyContext>({ typeDefs: "type Query { hello: String }", plugins: [inParts] });
  await apollo.start();
  server = await startToyServer({ apollo });
});

afterAll(async () => {
  await server.stop();
  await apollo.stop();
});

test("parts are sent as they come, and a client that leaves ends their source", async () => {
  const client = await RawClient.connect(server.port);
  client.send(postText("{ hello }", accept));
  expect(await client.receive("first")).toContain("content-type: multipart/mixed");
  await next.reached();
  next.open();
  await client.receive('"items":[]');
  client.socket.resetAndDestroy();
  await ended.reached();
  await server.close(60_000);
  expect(server.reported).toEqual([]);
});
