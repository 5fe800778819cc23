import { Command } from "commander";

import { CommandError } from "../../commandError";
import { inSlices, sliceOption } from "./auditedSlices";
import { verifySlice, type Anchor, type VerifiedSlice } from "./verifySlice";

interface VerifyFlags {
  readonly slice?: string;
  readonly anchor: readonly string[];
  readonly json?: boolean;
}

const anchorForm = /^([a-z]+):(\d+):([0-9a-f]{64})$/;

/** `corespond audit verify`. */
export function auditVerifyCommand(): Command {
  return new Command("verify")
    .description(
      "Compute every sealed block of the audit anew, and name each row that was changed, removed, reordered or slipped in. Ends with 1 where there is one.",
    )
    .option(...sliceOption)
    .option(
      "--anchor <slice:block:hash>",
      "a block's hash that was kept elsewhere, such as in the log; may be given again and again",
      (anchor: string, before: readonly string[]) => [...before, anchor],
      [] as readonly string[],
    )
    .option("--json", "print one line of JSON")
    .action(async ({ slice, anchor, json }: VerifyFlags) => {
      const anchors = anchor.map(anchorOf);
      const verified = await inSlices(slice, (name, contextOf) =>
        verifySlice(
          name,
          contextOf,
          anchors.filter((known) => known.slice === name),
        ),
      );
      process.stdout.write(json ? `${JSON.stringify({ slices: verified })}\n` : verified.map(textOf).join(""));
      if (verified.some(({ faultCount }) => faultCount > 0)) process.exitCode = 1;
    });
}

function anchorOf(text: string): Anchor & { readonly slice: string } {
  const [, slice, block, hash] = anchorForm.exec(text) ?? [];
  if (slice === undefined || block === undefined || hash === undefined)
    throw new CommandError(`An anchor is slice:block:hash, the hash 64 hexadecimal digits, but got: ${text}.`);
  return { slice, block: Number(block), hash };
}

function textOf(verified: VerifiedSlice): string {
  const { slice, rows, blocks, purgedBlocks, head, oldestUnsealedSeconds, faults, faultCount } = verified;
  const waiting =
    oldestUnsealedSeconds === null
      ? "every row is sealed"
      : `the oldest row that is not sealed yet is ${String(Math.round(oldestUnsealedSeconds))} s old`;
  const purged = purgedBlocks === 0 ? "" : `, ${String(purgedBlocks)} of them purged`;
  const summary = `${slice}: ${String(rows)} rows in ${String(blocks)} blocks${purged}; ${waiting}.\n`;
  const found = faults.map(
    ({ fault, block, entryId }) =>
      `  ${fault} in block ${String(block)}${entryId === null ? "" : `: row ${entryId}`}\n`,
  );
  const more = faultCount > faults.length ? `  and ${String(faultCount - faults.length)} more\n` : "";
  const anchor = head === null ? "" : `  anchor ${slice}:${String(blocks)}:${head}\n`;
  return [summary, ...found, more, anchor].join("");
}
