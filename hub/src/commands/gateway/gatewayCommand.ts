import { engineNames, startGenericGateway, SupergraphError, type ReloadOutcome } from "@corespond/gateway";
import closeWithGrace from "close-with-grace";
import { Command, Option } from "commander";
import path from "node:path";

import { CommandError } from "../../commandError";
import { limitPairs, readLimits } from "./readLimits";

interface GatewayFlags {
  readonly supergraph: string;
  readonly port?: string;
  readonly engine?: string;
  readonly forward?: string;
  readonly auth: boolean;
  readonly watch?: boolean;
  readonly limits?: string;
}

const graceMs = 10_000;

/** `corespond gateway`: any supergraph behind one door. */
export function gatewayCommand(): Command {
  return new Command("gateway")
    .description(
      "Serve any supergraph that Apollo's composition made, ours or not, with its slices at the URLs in it: GraphQL at /graphql (a page for browsers), health at /health, readiness at /ready. A SIGHUP reads the file again where no terminal is attached.",
    )
    .requiredOption("--supergraph <file>", "the composed supergraph")
    .option("--port <number>", "the port to listen on")
    .option(
      "--no-auth",
      "ask nobody who they are, tell the slices of nobody, and keep none of the schema's gates (@authenticated, @requiresScopes, @policy)",
    )
    .option("--watch", "follow the file's changes; what cannot be served leaves what was served in place")
    .addOption(
      new Option("--engine <name>", "what plans and executes; CORESPOND_ENGINE says it too").choices(engineNames),
    )
    .option(
      "--forward <headers>",
      "the client's headers that slices get as they are, separated by commas, such as authorization; CORESPOND_FORWARD_HEADERS says it too",
    )
    .option("--limits <pairs>", `other limits on documents than the generous ones: ${limitPairs}`)
    .action(serve);
}

async function serve({ supergraph, limits, watch = false, ...flags }: GatewayFlags): Promise<void> {
  const file = path.resolve(supergraph);
  const gateway = await startGenericGateway({
    ...flags,
    ...{ file, watch },
    limits: readLimits(limits),
    reloaded: (outcome) => tell(supergraph, outcome),
  }).catch((error: unknown) => {
    throw readable(supergraph, error);
  });
  // A terminal that is closed says SIGHUP, too, and what ran in it shall end with it.
  const isService = !process.stdout.isTTY;
  if (isService) process.on("SIGHUP", () => void gateway.reload());
  const skip = isService ? (["SIGHUP"] as const) : [];
  closeWithGrace({ delay: graceMs + 2_000, logger: false, skip: [...skip] }, async ({ err }) => {
    if (err) process.stderr.write(`${String(err.stack)}\n`);
    await gateway.close(graceMs);
  });
  process.stdout.write(`${supergraph} is served at ${gateway.url}\n`);
}

function tell(supergraph: string, outcome: ReloadOutcome): void {
  if (outcome.kind === "served") process.stdout.write(`${supergraph} has changed, and is served as it is now.\n`);
  if (outcome.kind === "refused")
    process.stderr.write(
      `${supergraph} has changed and cannot be served; the one before it still is. ${outcome.why}\n`,
    );
}

function readable(supergraph: string, error: unknown): unknown {
  if (error instanceof SupergraphError)
    return new CommandError(`${supergraph} cannot be served. ${error.message}`, { cause: error });
  if ((error as NodeJS.ErrnoException).code === "EADDRINUSE")
    return new CommandError("The port is taken; name another with --port.", { cause: error });
  return error;
}
