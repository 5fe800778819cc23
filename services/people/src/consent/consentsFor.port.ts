import { portFunction, readBatch, uuidKeys } from "@corespond/kit";
import { z } from "zod";

import { ConsentCategory, type ConsentRegime } from "./consent.enums";

/** How many records one question may name, and how many consents an answer to one that names none holds. */
const mostNamed = 1_000;

/** How many consents an answer about named records holds: more than ten on each are nobody's. */
const mostOfNamed = 10_000;

/** A consent in force that names the viewer's agency or organization and covers the purpose of this request. */
interface ConsentFact extends Record<string, unknown> {
  readonly id: string;
  readonly recordId: string;
  readonly regimes: readonly ConsentRegime[];
  readonly categories: readonly ConsentCategory[];
  readonly purpose: string;
  readonly expiresAt: Date | null;
}

/**
 * `consentsFor({ recordIds?, categories? })`: the consents in force that name the viewer's agency or organization and
 * cover the purpose that the request states; where no records are named, the 1,000 latest signed about any. A consent
 * holds for the record that it is kept on and for no other of the same person, so that linking records opens nothing.
 */
export const consentsFor = portFunction(
  z.object({
    recordIds: z.array(z.string()).max(mostNamed).nullish(),
    categories: z.array(z.enum(ConsentCategory)).nullish(),
  }),
  async (context, { recordIds, categories }): Promise<readonly ConsentFact[]> =>
    await readBatch<ConsentFact>(context, {
      name: "people.consent.for",
      text: `SELECT id, record_id AS "recordId", regimes, categories, purpose, expires_at AS "expiresAt"
             FROM consents_for($1, $2, $3)`,
      values: [
        recordIds == null ? null : uuidKeys(recordIds),
        categories ?? null,
        recordIds == null ? mostNamed : mostOfNamed,
      ],
    }),
);
