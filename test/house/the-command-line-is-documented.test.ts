import { readFileSync } from "node:fs";
import path from "node:path";

import { cli } from "@corespond/hub";

const page = readFileSync(path.join(__dirname, "../../docs/cli.md"), "utf8");

interface Described {
  readonly commands: readonly Described[];
  name(): string;
  helpInformation(): string;
}

const all = (command: Described): readonly Described[] => [command, ...command.commands.flatMap(all)];

test.each(all(cli()).map((command) => [command.name(), command.helpInformation().trim()]))(
  "docs/cli.md holds the help of `%s`",
  (_name, help) => {
    expect(page).toContain(help);
  },
);
