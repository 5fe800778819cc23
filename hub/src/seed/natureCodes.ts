/** The dispatch centre's own codes of the tale, with the common code (APCO) that each stands for; one stands for none. */
export const natureCodes = {
  MH: { text: "Mental health crisis", common: "EDP" },
  SUI: { text: "Suicide threat", common: "SUICTHRT" },
  WELFARE: { text: "Check on welfare", common: "WELFARE" },
  INTOX: { text: "Intoxicated person", common: "INTOX" },
  TRESPASS: { text: "Trespass", common: "TRESPASS" },
  MISC9: { text: "Miscellaneous", common: null },
} as const satisfies Readonly<Record<string, { readonly text: string; readonly common: string | null }>>;

/** A local code. */
export type NatureCode = keyof typeof natureCodes;

/** Those of the set behavioral-health, most frequent first. */
export const behavioralHealthCodes: readonly [NatureCode, ...NatureCode[]] = ["MH", "MH", "WELFARE", "SUI"];
