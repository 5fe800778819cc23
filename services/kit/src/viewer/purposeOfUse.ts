// cspell:words BIORCH CLINTRCH CLINTRCHNPC CLINTRCHPC CLINTRL CLMATTCH COVAUTH DSRCH ELIGDTRM ELIGVER ENROLLM ERTREAT FAMRQT HACCRED HCOMPL HDECD HDIRECT HOUTCOMS HPRGRP HQUALIMP HSYSADMIN MEMADMIN METAMGT MILCDM MILDCRG PATADMIN PATRQT PATSFTY PERFMSR POARCH POPHLTH PRECLINTRCH PWATRNY RECORDMGT REMITADV SUPNWK SYSDEV TRANSRCH
/**
 * The codes of HL7's value set v3-PurposeOfUse 3.1.0 (HL7 Terminology 7.0, code system v3-ActReason). Their meaning is that
 * version's: coordination is `COC`, and `CAREMGT` explicitly excludes it, which older libraries define the other way round.
 */
export const purposesOfUse = [
  ...["HMARKT", "HOPERAT", "CAREMGT", "DONAT", "FRAUD", "GOV", "HACCRED", "HCOMPL", "HDECD", "HDIRECT", "HDM"],
  ...["HLEGAL", "HOUTCOMS", "HPRGRP", "HQUALIMP", "HSYSADMIN", "LABELING", "METAMGT", "MEMADMIN", "MILCDM"],
  ...["PATADMIN", "PATSFTY", "PERFMSR", "RECORDMGT", "SYSDEV", "HTEST", "TRAIN"],
  ...["HPAYMT", "CLMATTCH", "COVAUTH", "COVERAGE", "ELIGDTRM", "ELIGVER", "ENROLLM", "MILDCRG", "REMITADV"],
  ...["HRESCH", "BIORCH", "CLINTRCH", "CLINTRCHNPC", "CLINTRCHPC", "PRECLINTRCH", "DSRCH", "POARCH", "TRANSRCH"],
  ...["PATRQT", "FAMRQT", "PWATRNY", "SUPNWK", "PUBHLTH", "DISASTER", "THREAT"],
  ...["TREAT", "CLINTRL", "COC", "ETREAT", "BTG", "ERTREAT", "POPHLTH"],
] as const;

/** The purpose of a request that states none: coordination of care. */
export const defaultPurposeOfUse = "COC";

/**
 * Purposes for which substance use and victim service data is shown to nobody, whatever a consent says: proceedings against
 * the person and what serves them (42 CFR 2.12(d) and 2.31(d)). A court order is answered by the privacy officer instead.
 */
export const proceedingsPurposes = ["HLEGAL", "FRAUD", "GOV", "MILCDM", "THREAT"] as const;

/** What a consent to all treatment, payment and health care operations covers (42 CFR 2.31(a)(5)); `COC` is treatment. */
export const treatmentPaymentOperations = ["TREAT", "COC", "HPAYMT", "HOPERAT"] as const;

/** Tells whether a text is a code of the value set. */
export function isPurposeOfUse(code: string): boolean {
  return purposesOfUse.some((known) => known === code);
}
