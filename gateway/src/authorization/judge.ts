import { Role } from "@corespond/kit";
import type { DocumentNode } from "graphql";

import type { Caller } from "../identity/caller";
import { documentGate, type DocumentGate, type GatedOperation } from "./documentGate";

/** How many kinds of callers one document's outcomes are kept for. */
const mostKinds = 32;

/** What the gates make of an operation, and the kind of callers for whom they make the same of it. */
export type Judge = (...asked: Parameters<DocumentGate>) => { readonly outcome: GatedOperation; readonly kind: string };

/** The gates of a supergraph. Outcomes depend on the document and on what the gates look at of a caller; documents are kept by Apollo Server. */
export function judgeOf(supergraphSdl: string): Judge {
  const gate = documentGate(supergraphSdl);
  const kept = new WeakMap<DocumentNode, Map<string, GatedOperation>>();
  return (document, operation, caller) => {
    const kind = kindOf(caller);
    const outcomes = kept.get(document) ?? new Map<string, GatedOperation>();
    kept.set(document, outcomes);
    const key = `${operation.name?.value ?? ""} ${kind}`;
    const known = outcomes.get(key);
    if (known) return { outcome: known, kind };
    if (outcomes.size >= mostKinds) outcomes.clear();
    const outcome = gate(document, operation, caller);
    outcomes.set(key, outcome);
    return { outcome, kind };
  };
}

const kindOf = ({ viewer, machine, strong }: Caller): string =>
  JSON.stringify([viewer.role === Role.ANONYMOUS, machine, strong, [...viewer.scopes].sort()]);
