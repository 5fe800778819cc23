import { proceedingsPurposes, treatmentPaymentOperations, viewerSql } from "@corespond/kit";

const quoted = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(", ");

/** The condition that a consent covers the purpose that the request states. */
export const coversPurpose = `(purpose = ${viewerSql.purpose}
  OR recipient_class = 'TREATMENT_PAYMENT_OPERATIONS' AND ${viewerSql.purpose} IN (${quoted(treatmentPaymentOperations)}))
  AND NOT (regimes && '{PART_2,VICTIM_RELEASE}' AND ${viewerSql.purpose} IN (${quoted(proceedingsPurposes)}))`;

/** The condition that a consent is in force at the transaction's instant: no job ends it, and none could be late. */
export const inForce = "effective_from <= now() AND (expires_at IS NULL OR expires_at > now()) AND revoked_at IS NULL";
