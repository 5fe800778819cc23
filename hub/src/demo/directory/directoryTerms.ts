import { demoId } from "../demoIds";

/** One term; `parent` is the short name of the term above it. */
export interface DemoTerm {
  readonly name: string;
  readonly parent?: string;
}

/** What services are found by: a small taxonomy of the demonstration's own. */
export const directoryTerms = {
  mentalHealth: { name: "Mental health" },
  counseling: { name: "Counseling", parent: "mentalHealth" },
  crisis: { name: "Mental health crisis services", parent: "mentalHealth" },
  supportGroups: { name: "Support groups", parent: "mentalHealth" },
  substanceUse: { name: "Substance use treatment" },
  housing: { name: "Housing" },
  shelter: { name: "Emergency shelter", parent: "housing" },
  rent: { name: "Help with rent", parent: "housing" },
  food: { name: "Food" },
  meals: { name: "Home-delivered meals", parent: "food" },
  benefits: { name: "Public benefits" },
  olderAdults: { name: "Services for older adults" },
  families: { name: "Family and parenting" },
  domesticViolence: { name: "Domestic violence services" },
  primaryCare: { name: "Primary care" },
  legal: { name: "Legal aid" },
} as const satisfies Readonly<Record<string, DemoTerm>>;

/** The short name of a term in the demonstration's data. */
export type TermKey = keyof typeof directoryTerms;

/** The id of a term. */
export const termId = (key: TermKey): string => demoId("taxonomy-term", key);
