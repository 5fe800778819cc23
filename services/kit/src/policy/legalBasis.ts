/** On which ground in law something is shown. `PUBLIC` data needs none; `OWN_RECORD` is the person's own right. */
export const legalBases = [
  "CONSENT",
  "WELFARE_COORDINATION",
  "CRISIS",
  "COURT_ORDER",
  "STATUTE",
  "OWN_RECORD",
  "PUBLIC",
] as const;

/** One of the grounds. */
export type Basis = (typeof legalBases)[number];
