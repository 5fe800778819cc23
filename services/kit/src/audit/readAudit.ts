import type { AuditFacts } from "./auditFacts";

/** What a policy tells of each view that it makes. */
export interface SeenView {
  readonly type: string;
  readonly id: string;
  /** The persons whose data the view holds, as source record ids; empty for public data. */
  readonly recordIds: readonly string[];
  readonly basis?: string;
  /** Fields of the type that this viewer does not get. */
  readonly withheld?: readonly string[];
}

/** An attempt that changed or showed nothing: `action` is the mutation's name, or `READ` with the fields in `withheld`. */
export type Refusal = Pick<AuditFacts, "action"> &
  Required<Pick<AuditFacts, "outcome" | "codes">> &
  Partial<Pick<AuditFacts, "withheld">>;

/** Collects what one request to one slice was shown, for the one audit row that is committed before the answer leaves. */
export class ReadAudit {
  readonly #subjects = new Map<string, Set<string>>();
  readonly #recordIds = new Set<string>();
  readonly #basis = new Set<string>();
  readonly #withheld = new Set<string>();
  readonly #refusals: AuditFacts[] = [];

  /** Notes an action that was refused or that failed: what it would have changed is rolled back, that it was tried is kept. */
  refused(refusal: Refusal): void {
    this.#refusals.push({ subjects: {}, ...refusal });
  }

  /** The rows of a request to the graph: what was refused, then what was shown. */
  rows(asked: readonly string[]): readonly AuditFacts[] {
    const shown = this.facts(asked);
    return shown ? [...this.#refusals, shown] : this.#refusals;
  }

  /** The row of a question at the port, or none where no person's data was told. */
  portRows(fn: string): readonly AuditFacts[] {
    const shown = this.facts([]);
    return shown ? [{ ...shown, fields: [`port.${fn}`] }] : [];
  }

  /** Notes one view. Views of public data (no persons) are not audited. */
  saw(view: SeenView): void {
    if (view.recordIds.length === 0) return;
    const ids = this.#subjects.get(view.type) ?? new Set();
    this.#subjects.set(view.type, ids.add(view.id));
    for (const recordId of view.recordIds) this.#recordIds.add(recordId);
    if (view.basis !== undefined) this.#basis.add(view.basis);
    for (const field of view.withheld ?? []) this.#withheld.add(`${view.type}.${field}`);
  }

  /** The row's facts, or null when no person's data was shown. `asked` lists the operation's fields as `Type.field`. */
  facts(asked: readonly string[]): AuditFacts | null {
    if (this.#subjects.size === 0) return null;
    const shownTypes = new Set(this.#subjects.keys());
    const ofShownTypes = asked.filter((field) => shownTypes.has(field.split(".", 1)[0] ?? ""));
    return {
      action: "READ",
      subjects: Object.fromEntries([...this.#subjects].map(([type, ids]) => [type, [...ids]])),
      recordIds: [...this.#recordIds],
      fields: ofShownTypes.filter((field) => !this.#withheld.has(field)),
      basis: [...this.#basis],
      withheld: ofShownTypes.filter((field) => this.#withheld.has(field)),
    };
  }
}
