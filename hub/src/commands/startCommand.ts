import { rm } from "node:fs/promises";

import { SingleBar } from "cli-progress";
import closeWithGrace from "close-with-grace";
import { Command } from "commander";

import { hubConfig } from "../config";
import { slices } from "../slices";
import { startHub, type StartProgress } from "../start/startHub";
import { welcome } from "../start/welcome";
import { refuseWhileRunning } from "../start/refuseWhileRunning";

const stopWithinMs = 20_000;

/** `corespond start`: everything in one process. */
export function startCommand(): Command {
  return new Command("start")
    .description("Start gateway and slices in one process, on an embedded PostgreSQL unless databases are configured.")
    .option("--port <number>", "the port to listen on; where it is taken, the next free one")
    .option("--reset", "delete the embedded database and the demonstration data first")
    .action(async (options: { readonly port?: string; readonly reset?: boolean }) => {
      const config = hubConfig(
        slices.map(({ name }) => name),
        options.port,
      );
      if (options.reset) {
        await refuseWhileRunning(config.dataFolder);
        await rm(config.dataFolder, { recursive: true, force: true });
      }
      const progress = startProgress();
      const hub = await startHub(config, progress);
      closeWithGrace({ delay: stopWithinMs, logger: false }, async ({ signal, err }) => {
        if (err) process.stderr.write(`${String(err.stack)}\n`);
        process.stdout.write(`\nStopping${signal ? ` on ${signal}` : ""} …\n`);
        await hub.close();
        process.stdout.write("Stopped. The data is kept; start again with npm start.\n");
      });
      process.stdout.write(
        welcome({ url: hub.url, askedPort: config.port, port: hub.port, production: config.production }),
      );
    });
}

function startProgress(): StartProgress {
  let bar: SingleBar | undefined;
  const steps: Readonly<Record<string, string>> = {
    database: "Starting the database …",
    schema: "Bringing the slices up to date …",
    gateway: "Opening the graph …",
  };
  return {
    step: (step) => process.stdout.write(`${steps[step] ?? step}\n`),
    demonstration(done, total) {
      if (!bar) {
        bar = new SingleBar({
          format: "Demonstration data {bar} {value}/{total}",
          noTTYOutput: true,
          notTTYSchedule: 2_000,
        });
        bar.start(total, 0);
      }
      bar.update(done);
      if (done >= total) bar.stop();
    },
  };
}
