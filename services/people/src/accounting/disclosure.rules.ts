import { Role, type Disclosure } from "@corespond/kit";

/** HL7 purposes of treatment, which care coordination between providers is part of, payment and operations (45 CFR 164.501). */
const treatmentPaymentOperations: readonly string[] = ["TREAT", "ETREAT", "COC", "CAREMGT", "HPAYMT", "HOPERAT"];

const policeRoles: readonly string[] = [Role.OFFICER, Role.DISPATCHER];

/**
 * Whether an accounting need not list a disclosure (45 CFR 164.528(a)(1)): it served treatment, payment or operations, or
 * the person had authorised it. What police saw is never exempt by a purpose that they stated.
 */
export function isExempt({ role, purpose, basis }: Disclosure): boolean {
  const authorised = basis.length > 0 && basis.every((ground) => ground === "CONSENT");
  return authorised || (treatmentPaymentOperations.includes(purpose) && !policeRoles.includes(role));
}
