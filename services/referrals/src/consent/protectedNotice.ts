import type { RequestContext } from "@corespond/kit";

import { ProtectedProgram, protectionOf } from "../vocabulary/protectedProgram";
import { knownConsent, learnConsents } from "./knownConsents";

/** A row that holds data of a protected program, or may. */
export interface ProtectedData {
  readonly recordId: string;
  readonly isProtected: boolean;
  /** Null beside `isProtected` for what was sent before the kind was kept: then the stricter of the two. */
  readonly protectedProgram: ProtectedProgram | null;
}

/** Learns under which consents the protected rows of a batch are shown. */
export async function learnProtection(context: RequestContext, rows: readonly ProtectedData[]): Promise<void> {
  await learnConsents(
    context,
    rows.filter(({ isProtected }) => isProtected).map(({ recordId }) => recordId),
  );
}

/** Has the notice of 42 CFR 2.32, with the scope of the consent that names the viewer, accompany protected data. */
export function noteProtection(context: RequestContext, row: ProtectedData): void {
  if (!row.isProtected) return;
  const protection = protectionOf[row.protectedProgram ?? ProtectedProgram.PART_2];
  const consent = knownConsent(context, row.recordId, protection);
  context.redisclosures.add({
    notice: protection.notice,
    consent: consent && { id: consent.id, categories: consent.categories, expiresAt: consent.expiresAt },
  });
}
