import { Command } from "commander";

import { auditCommand } from "./commands/audit/auditCommand";
import { gatewayCommand } from "./commands/gateway/gatewayCommand";
import { importCommand } from "./commands/importCommand";
import { planCommand } from "./commands/gateway/planCommand";
import { schemaCommand } from "./commands/schemaCommand";
import { seedCommand } from "./commands/seedCommand";
import { startCommand } from "./commands/startCommand";
import { retentionCommand } from "./commands/retention/retentionCommand";
import { tokenCommand } from "./commands/tokenCommand";

/** The `corespond` command. */
export function cli(): Command {
  return new Command("corespond")
    .description("One graph for co-responder programs: start it, import into it, sign in to it.")
    .showHelpAfterError()
    .addCommand(startCommand())
    .addCommand(gatewayCommand())
    .addCommand(planCommand())
    .addCommand(importCommand())
    .addCommand(seedCommand())
    .addCommand(tokenCommand())
    .addCommand(auditCommand())
    .addCommand(retentionCommand())
    .addCommand(schemaCommand());
}
