import { redisclosureNotices } from "@corespond/kit";

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

/** The protection of each kind of program. */
export const protectionOf: Readonly<Record<ProtectedProgram, Protection>> = {
  [ProtectedProgram.PART_2]: {
    regime: "PART_2",
    category: "SUBSTANCE_USE",
    grant: "partTwoRecords",
    notice: redisclosureNotices.PART_2,
  },
  [ProtectedProgram.VICTIM_SERVICES]: {
    regime: "VICTIM_RELEASE",
    category: "VICTIM_SERVICES",
    grant: "victimRecords",
    notice: redisclosureNotices.VICTIM_RELEASE,
  },
};
