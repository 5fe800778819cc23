import { z } from "zod";

const redisclosure = z
  .object({
    /** The statement that goes with protected data, and the rule that asks for it: `42 CFR 2.32`. */
    notice: z.object({ id: z.string(), text: z.string() }).readonly(),
    /** The scope of the consent under which it is passed on; null where it rests on none that names the viewer. */
    consent: z
      .object({ id: z.string(), categories: z.array(z.string()).readonly(), expiresAt: z.string().nullable() })
      .readonly()
      .nullable(),
  })
  .readonly();

/** What accompanies protected data wherever it goes: a notice, and the scope of the consent (42 CFR 2.32). */
export type Redisclosure = z.infer<typeof redisclosure>;

/** The notices as they stand in an answer's `extensions.redisclosure`. */
export const redisclosureList = z.array(redisclosure);

/** The notices that one answer has to carry, each once. */
export class Redisclosures {
  readonly #entries = new Map<string, Redisclosure>();

  /** Notes that the answer carries data to which this applies. */
  add(entry: Redisclosure): void {
    this.#entries.set(JSON.stringify([entry.notice.id, entry.consent?.id]), entry);
  }

  /** The extensions of an answer that carries this data, none where it carries none. */
  extensions(): { readonly redisclosure?: readonly Redisclosure[] } {
    return this.#entries.size === 0 ? {} : { redisclosure: [...this.#entries.values()] };
  }
}
