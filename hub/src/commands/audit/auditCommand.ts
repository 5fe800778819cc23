import { Command } from "commander";

import { auditExportCommand } from "./auditExportCommand";
import { auditPurgeCommand } from "./auditPurgeCommand";
import { auditVerifyCommand } from "./auditVerifyCommand";

/** `corespond audit`: what a county does with the record of who saw what. */
export function auditCommand(): Command {
  return new Command("audit")
    .description("Verify, export and purge the record of who saw what; beside a running hub or without one.")
    .addCommand(auditVerifyCommand())
    .addCommand(auditExportCommand())
    .addCommand(auditPurgeCommand());
}
