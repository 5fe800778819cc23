import { defaultPurposeOfUse, graphError, isPurposeOfUse } from "@corespond/kit";

/** The header in which a client states what it asks for. */
const purposeHeader = "x-purpose-of-use";

/** Reads a request's purpose: one HL7 v3 PurposeOfUse code, `COC` (coordination of care) where the header is left out. */
export function purposeOfUse(header: string | readonly string[] | undefined): string {
  if (header === undefined) return defaultPurposeOfUse;
  if (typeof header === "string" && isPurposeOfUse(header)) return header;
  throw graphError(
    "BAD_REQUEST",
    `\`${purposeHeader}\` must be one code of HL7's value set v3-PurposeOfUse 3.1.0, such as COC.`,
  );
}
