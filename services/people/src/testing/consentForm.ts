import { randomUUID } from "node:crypto";

/** A day so many days before today, `YYYY-MM-DD`. */
export const dayBefore = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** An instant so many days from now. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** A consent that has every element of 42 CFR 2.31(a), as an input without its key; a test leaves out or changes what it is about. */
export function consentForm(recordId: string, change: object = {}): Readonly<Record<string, unknown>> {
  return {
    recordId,
    categories: ["SUBSTANCE_USE"],
    patientName: "Consent Testperson",
    disclosingOrganizationIds: [randomUUID()],
    description: "That the person is a patient, and how the treatment goes.",
    granteeAgencyIds: [randomUUID()],
    purpose: "COC",
    revocationRightStated: true,
    plainLanguage: true,
    expiresAt: inDays(60),
    signature: "WRITTEN",
    signedOn: dayBefore(1),
    givenBy: "SUBJECT",
    ...change,
  };
}
