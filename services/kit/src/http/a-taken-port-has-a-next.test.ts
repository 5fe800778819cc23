import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { postQuery } from "./testing/postQuery";
import { startToyServer } from "./testing/startToyServer";

let occupant: Server;
let taken: number;

beforeEach(async () => {
  occupant = createServer().listen(0, "127.0.0.1");
  await once(occupant, "listening");
  taken = (occupant.address() as AddressInfo).port;
});

afterEach(async () => {
  occupant.close();
  await once(occupant, "close");
});

test("with fallback it listens on one of the next twenty and says which", async () => {
  const server = await startToyServer({ port: taken, portFallback: true });
  expect(server.port).toBeGreaterThan(taken);
  expect(server.port).toBeLessThanOrEqual(taken + 20);
  expect(server.url).toBe(`http://127.0.0.1:${server.port}/graphql`);
  expect(await postQuery(server.url, "{ hello }")).toMatchObject({ status: 200 });
  await server.stop();
});

test("without fallback it says that the port is taken", async () => {
  await expect(startToyServer({ port: taken })).rejects.toMatchObject({ code: "EADDRINUSE", port: taken });
});

test("a failure of another kind is not mistaken for a taken port", async () => {
  await expect(startToyServer({ host: "203.0.113.1", portFallback: true })).rejects.toMatchObject({
    code: "EADDRNOTAVAIL",
  });
});

test("a server on every interface gives an address that can be visited", async () => {
  const server = await startToyServer({ host: "0.0.0.0" });
  expect(server.origin).toBe(`http://localhost:${server.port}`);
  await server.stop();
});
