/** How what was asked ended: done, refused to this viewer, or not done for another reason (CJIS 5.4.1 wants all three). */
export type AuditOutcome = "SUCCESS" | "DENIED" | "FAILED";

/**
 * What an audit row says beside who, when and by which request. Ids and names of fields only, never values; a list that is
 * left out is empty.
 */
export interface AuditFacts {
  /** `READ`, or the name of the mutation or import. */
  readonly action: string;
  /** Ids by type: `{ Referral: [id] }`. */
  readonly subjects: Readonly<Record<string, readonly string[]>>;
  /** The source records of the persons concerned. */
  readonly recordIds?: readonly string[];
  /** What was read or written, as `Type.field`. */
  readonly fields?: readonly string[];
  /** The legal bases on which it was shown. */
  readonly basis?: readonly string[];
  /** What was asked for and withheld, as `Type.field`. */
  readonly withheld?: readonly string[];
  /** Without it, `SUCCESS`. */
  readonly outcome?: AuditOutcome;
  /** Why it was refused or failed: codes of errors and of user errors. */
  readonly codes?: readonly string[];
}
