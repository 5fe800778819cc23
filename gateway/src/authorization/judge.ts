import { Role } from "@corespond/kit";
import type { DocumentNode } from "graphql";

import type { Caller } from "../identity/caller";
import { documentGate, type DocumentGate, type GatedOperation } from "./documentGate";

/** How many kinds of callers one document's outcomes are kept for. */
const mostKinds = 32;

/** What the gates make of an operation. */
export type Judge = DocumentGate;

/** The gates of a supergraph. Outcomes depend on the document and on what the gates look at of a caller; documents are kept by Apollo Server. */
export function judgeOf(supergraphSdl: string): Judge {
  const gate = documentGate(supergraphSdl);
  const kept = new WeakMap<DocumentNode, Map<string, GatedOperation>>();
  return (document, operation, caller) => {
    const outcomes = kept.get(document) ?? new Map<string, GatedOperation>();
    kept.set(document, outcomes);
    const key = `${operation.name?.value ?? ""} ${kindOf(caller)}`;
    const known = outcomes.get(key);
    if (known) return known;
    if (outcomes.size >= mostKinds) outcomes.clear();
    const outcome = gate(document, operation, caller);
    outcomes.set(key, outcome);
    return outcome;
  };
}

/** Callers for whom the gates make the same of every operation. */
const kindOf = ({ viewer, machine, strong }: Caller): string =>
  JSON.stringify([viewer.role === Role.ANONYMOUS, machine, strong, [...viewer.scopes].sort()]);
