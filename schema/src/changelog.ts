import { createHash } from "node:crypto";
import { buildSchema } from "graphql";
import { schemaChanges } from "./changes";
import type { SchemaChange } from "./changes";
import { schemaElements } from "./coordinates";
import type { SchemaProblem } from "./schemaProblem";

/** What a new changelog entry is made from. */
export interface ChangelogInput {
  /** The changelog as it stands, empty at first. */
  readonly changelog: string;
  /** The last released API schema, undefined for the first. */
  readonly previousSdl: string | undefined;
  readonly nextSdl: string;
  /** Day of the entry, `YYYY-MM-DD`. */
  readonly date: string;
}

const title =
  "# Changelog of the graph\n\nWritten by `corespond schema compose`; each entry ends at the schema whose hash it names.\n";
const heading = /^## (\d{4}-\d{2}-\d{2}) · ([0-9a-f]{12})$/;

/** Names an API schema: the first twelve digits of its SHA-256. */
export function schemaHash(apiSchemaSdl: string): string {
  return createHash("sha256").update(apiSchemaSdl).digest("hex").slice(0, 12);
}

/** The changelog with one entry for everything since the last release; entries above that release are replaced. */
export function updateChangelog({ changelog, previousSdl, nextSdl, date }: ChangelogInput): string {
  const entries = entriesOf(changelog);
  const released = previousSdl === undefined ? -1 : entries.findIndex(({ hash }) => hash === schemaHash(previousSdl));
  const kept = previousSdl === undefined ? [] : entries.slice(Math.max(released, 0));
  if (kept[0]?.hash === schemaHash(nextSdl)) return join(kept);
  const first = previousSdl === undefined || kept.length === 0;
  const lines = first ? ["- The first contract."] : changeLines(previousSdl, nextSdl);
  return join([{ date, hash: schemaHash(nextSdl), lines }, ...kept]);
}

/** Reports a changelog that does not end at this schema, or whose latest entry lists an addition that is not there. */
export function checkChangelog(changelog: string, apiSchemaSdl: string): readonly SchemaProblem[] {
  const [latest] = entriesOf(changelog);
  const hash = schemaHash(apiSchemaSdl);
  if (latest?.hash !== hash) {
    return [problem("CHANGELOG.md", `The latest entry should end at ${hash}, but got: ${latest?.hash ?? "no entry"}.`)];
  }
  const present = new Set(schemaElements(buildSchema(apiSchemaSdl)).map(({ coordinate }) => coordinate));
  return latest.lines
    .flatMap((line) => /^- safe: (\S+) was added\.$/.exec(line)?.[1] ?? [])
    .filter((coordinate) => !present.has(coordinate))
    .map((coordinate) => problem(coordinate, "The changelog lists it as added, but the schema does not have it."));
}

interface Entry {
  readonly date: string;
  readonly hash: string;
  readonly lines: readonly string[];
}

function entriesOf(changelog: string): readonly Entry[] {
  return changelog
    .split(/^(?=## )/m)
    .map((section) => section.trimEnd().split("\n"))
    .flatMap(([head = "", ...lines]) => {
      const [, date, hash] = heading.exec(head) ?? [];
      return date === undefined || hash === undefined
        ? []
        : [{ date, hash, lines: lines.filter((line) => line !== "") }];
    });
}

function changeLines(previousSdl: string, nextSdl: string): readonly string[] {
  const lines = schemaChanges(previousSdl, nextSdl).map(({ level, message }: SchemaChange) => `- ${level}: ${message}`);
  return lines.length > 0 ? lines : ["- safe: descriptions only."];
}

function join(entries: readonly Entry[]): string {
  const sections = entries.map(({ date, hash, lines }) => `## ${date} · ${hash}\n\n${lines.join("\n")}\n`);
  return [title, ...sections].join("\n");
}

function problem(coordinate: string, message: string): SchemaProblem {
  return { check: "changelog", coordinate, message };
}
