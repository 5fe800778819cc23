import { once } from "node:events";

import { exportAudit, exportPosition, inTransaction, type ExportStart, type RequestContext } from "@corespond/kit";
import { Command } from "commander";

import { CommandError } from "../../commandError";
import { inSlices, sliceOption } from "./auditedSlices";

interface ExportFlags {
  readonly slice?: string;
  readonly since?: string;
  readonly after?: string;
}

/** `corespond audit export`: for a county's log system. */
export function auditExportCommand(): Command {
  return new Command("export")
    .description(
      "Stream the audit to standard output, one JSON object a line: ids, codes and names of fields, never a value. docs/audit.md maps it to OCSF and CEF. The export is itself audited.",
    )
    .option(...sliceOption)
    .option("--since <instant>", "what was recorded from then on, RFC 3339")
    .option("--after <position>", "go on after the `position` of the last line of an earlier export, with --slice")
    .action(async ({ slice, since, after }: ExportFlags) => {
      const start = exportStart({ slice, since, after });
      await inSlices(slice, async (name, contextOf) => {
        await recordExport(contextOf());
        for await (const { position, entry } of exportAudit(contextOf, start))
          if (!process.stdout.write(`${JSON.stringify({ slice: name, position, ...entry })}\n`))
            await once(process.stdout, "drain");
      });
    });
}

function exportStart({ slice, since, after }: { [K in keyof ExportFlags]: ExportFlags[K] | undefined }): ExportStart {
  if (after !== undefined && (slice === undefined || !exportPosition.test(after)))
    throw new CommandError(`--after takes the position of a line, such as 12345.678, and goes with --slice.`);
  if (since !== undefined && Number.isNaN(Date.parse(since)))
    throw new CommandError(`--since takes an instant such as 2026-01-31T00:00:00Z, but got: ${since}.`);
  return { ...(after !== undefined && { after }), ...(since !== undefined && { since }) };
}

async function recordExport(context: RequestContext): Promise<void> {
  await inTransaction(context, (transaction) =>
    transaction.audit({
      action: "exportAudit",
      subjects: {},
      fields: ["AuditEntry"],
      basis: ["STATUTE"],
    }),
  );
}
