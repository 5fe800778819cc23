import { Role } from "@corespond/kit";
import { z } from "zod";

import type { Asker } from "./documentRegistry";

/** Who may run registered documents only. */
export interface DocumentRule {
  readonly everybody: boolean;
  readonly roles: ReadonlySet<string>;
  readonly clients: ReadonlySet<string>;
}

const roles: ReadonlySet<string> = new Set(Object.values(Role));

/** Reads `everybody`, or a list such as `role:ANALYST, client:partner-x`; empty restricts nobody. */
export const documentRule = z.string().transform((text, context): DocumentRule => {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const named = (prefix: string): readonly string[] =>
    parts.filter((part) => part.startsWith(prefix)).map((part) => part.slice(prefix.length));
  const rule = {
    everybody: parts.includes("everybody"),
    roles: new Set(named("role:")),
    clients: new Set(named("client:")),
  };
  const known = (part: string): boolean =>
    part === "everybody" || part.startsWith("client:") || (part.startsWith("role:") && roles.has(part.slice(5)));
  const wrong = parts.find((part) => !known(part));
  if (wrong === undefined) return rule;
  context.addIssue({ code: "custom", message: `names neither everybody, role:<a role> nor client:<an id>: ${wrong}` });
  return z.NEVER;
});

/** Restricts nobody. */
export const freeForAll: DocumentRule = { everybody: false, roles: new Set(), clients: new Set() };

/** Whether everybody may run documents of their own. */
export const restrictsNobody = ({ everybody, roles: named, clients }: DocumentRule): boolean =>
  !everybody && named.size === 0 && clients.size === 0;

/** Whether the rule restricts somebody to registered documents. */
export const isRestricted = ({ everybody, roles: named, clients }: DocumentRule, { client, role }: Asker): boolean =>
  everybody || named.has(role) || clients.has(client);
