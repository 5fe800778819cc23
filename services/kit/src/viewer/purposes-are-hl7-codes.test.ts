import { isPurposeOfUse, proceedingsPurposes, purposesOfUse, treatmentPaymentOperations } from "./purposeOfUse";

test("L17: coordination has a code of its own, and care management, which excludes it, is another", () => {
  expect(isPurposeOfUse("COC")).toBe(true);
  expect(isPurposeOfUse("CAREMGT")).toBe(true);
  expect(treatmentPaymentOperations).toContain("COC");
  expect(treatmentPaymentOperations).not.toContain("CAREMGT");
});

test("L17: every code is listed once, and what is no code is not taken for one", () => {
  expect(new Set(purposesOfUse).size).toBe(purposesOfUse.length);
  for (const code of ["", "coc", "BECAUSE", "COC ", "constructor"]) expect(isPurposeOfUse(code)).toBe(false);
});

test("L6: no purpose of proceedings is among those that a consent to treatment, payment and operations covers", () => {
  for (const code of proceedingsPurposes) {
    expect(isPurposeOfUse(code)).toBe(true);
    expect(treatmentPaymentOperations).not.toContain(code);
  }
});
