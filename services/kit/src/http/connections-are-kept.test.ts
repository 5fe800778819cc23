import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { startToyServer } from "./testing/startToyServer";

const agent = new Agent({ keepAlive: true });

afterAll(() => agent.destroy());

/** Asks, and says for how long the server keeps the connection, and which one it was. */
async function ask(url: string): Promise<readonly [string | undefined, number | undefined]> {
  const [response] = (await once(get(`${url}?query={hello}`, { agent }), "response")) as [IncomingMessage];
  const { localPort } = response.socket;
  await once(response.resume(), "end");
  return [response.headers["keep-alive"]?.toString(), localPort];
}

test.each([
  ["for longer than a load balancer keeps them", {}, "timeout=75"],
  ["for as long as is configured", { keepAliveTimeoutMs: 5_000 }, "timeout=5"],
])("%s", async (_what, options, said) => {
  const server = await startToyServer(options);
  const first = await ask(server.url);
  const second = await ask(server.url);
  await server.stop();
  expect(first[0]).toBe(said);
  expect(second).toEqual(first);
});
