import { auditState, verifyAudit, type AuditFault, type AuditState, type RequestContext } from "@corespond/kit";

/** A fault, and the block in whose range it lies. */
export interface FoundFault extends Omit<AuditFault, "fault"> {
  readonly fault: AuditFault["fault"] | "ANCHOR_MISSED";
  readonly block: number;
}

/** What the verification of one slice's audit found. */
export interface VerifiedSlice extends AuditState {
  readonly slice: string;
  readonly rows: number;
  readonly purgedBlocks: number;
  /** The first 1,000 faults. */
  readonly faults: readonly FoundFault[];
  readonly faultCount: number;
}

/** The hash that a block had when somebody wrote it down elsewhere. */
export interface Anchor {
  readonly block: number;
  readonly hash: string;
}

const mostShown = 1_000;

/** Verifies the sealed blocks of one slice's audit, and its anchors. */
export async function verifySlice(
  slice: string,
  contextOf: () => RequestContext,
  anchors: readonly Anchor[],
): Promise<VerifiedSlice> {
  const faults: FoundFault[] = [];
  const missed = new Map(anchors.map(({ block, hash }) => [block, hash]));
  let [rows, purgedBlocks, faultCount] = [0, 0, 0];
  const note = (block: number, found: readonly Omit<FoundFault, "block">[]): void => {
    faultCount += found.length;
    for (const fault of found.slice(0, mostShown - faults.length)) faults.push({ ...fault, block });
  };
  for await (const block of verifyAudit(contextOf)) {
    rows += block.rows;
    if (block.purged) purgedBlocks += 1;
    note(block.number, block.faults);
    if (missed.get(block.number) === block.hash) missed.delete(block.number);
  }
  for (const block of missed.keys()) note(block, [{ fault: "ANCHOR_MISSED", entryId: null }]);
  const state = await auditState(contextOf().database);
  return { slice, rows, purgedBlocks, ...state, faults, faultCount };
}
