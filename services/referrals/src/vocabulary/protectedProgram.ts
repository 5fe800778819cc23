/** Programs of which even the existence of a referral is confidential, and what opens one to others. */
export enum ProtectedProgram {
  PART_2 = "PART_2",
  VICTIM_SERVICES = "VICTIM_SERVICES",
}

/** What the law asks for data of a protected program. */
export interface Protection {
  /** The regime that a consent must answer to, and the kind of data that it must cover, as people names them. */
  readonly regime: string;
  readonly category: string;
  /** The kind of grant under which the database learns of which records such a consent is in force. */
  readonly grant: string;
  /** What must accompany the data wherever it goes. */
  readonly notice: { readonly id: string; readonly text: string };
}

/** The protection of each kind of program. The notice of Part 2 is the short form of 42 CFR 2.32(a)(2). */
export const protectionOf: Readonly<Record<ProtectedProgram, Protection>> = {
  [ProtectedProgram.PART_2]: {
    regime: "PART_2",
    category: "SUBSTANCE_USE",
    grant: "partTwoRecords",
    notice: {
      id: "42 CFR 2.32",
      text: "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
    },
  },
  [ProtectedProgram.VICTIM_SERVICES]: {
    regime: "VICTIM_RELEASE",
    category: "VICTIM_SERVICES",
    grant: "victimRecords",
    notice: {
      id: "34 U.S.C. 12291(b)(2)",
      text: "Who sought the help of a victim service may be told only by that person's written, informed release, for as long as it is in force.",
    },
  },
};
