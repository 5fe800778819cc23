import type { Redisclosure } from "./redisclosure";

/**
 * What must accompany protected data wherever it goes, by the law to which a consent to passing it on answers; the same
 * words from every slice. That of Part 2 is the short form of 42 CFR 2.32(a)(2).
 */
export const redisclosureNotices = {
  PART_2: {
    id: "42 CFR 2.32",
    text: "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
  },
  VICTIM_RELEASE: {
    id: "34 U.S.C. 12291(b)(2)",
    text: "Who sought the help of a victim service may be told only by that person's written, informed release, for as long as it is in force.",
  },
} as const satisfies Readonly<Record<string, Redisclosure["notice"]>>;
