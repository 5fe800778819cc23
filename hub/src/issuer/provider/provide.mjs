/**
 * The provider's process: told by its hub what to serve, it says where, and ends with the hub.
 */
import { createServer } from "node:http";
import { demonstrationProvider } from "./demonstrationProvider.mjs";
import { answerLogin } from "./loginPage.mjs";

const loopbackHosts = /^(localhost|127\.0\.0\.1)(:\d+)?$/;

/** Serves sign-in on a free port of this machine. */
function serve(settings) {
  const provider = demonstrationProvider(settings);
  const answer = provider.callback();
  const server = createServer((request, response) => {
    // A foreign name that resolves to this machine is refused.
    if (!loopbackHosts.test(request.headers.host ?? "")) return response.writeHead(403).end();
    if (!request.url.startsWith("/interaction/")) return answer(request, response);
    answerLogin(provider, settings.accounts, { request, response }).catch(() => {
      response.writeHead(400, { "content-type": "text/plain" }).end("This sign-in is over. Start it again.");
    });
  });
  server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
}

process.once("message", serve);
process.once("disconnect", () => process.exit(0));
