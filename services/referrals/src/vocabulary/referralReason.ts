import { registerEnumType } from "type-graphql";

/** Why a resident is referred, and what a service referral asks for. */
export enum ReferralReason {
  MENTAL_HEALTH = "MENTAL_HEALTH",
  SUBSTANCE_USE = "SUBSTANCE_USE",
  HOUSING = "HOUSING",
  FOOD = "FOOD",
  BENEFITS = "BENEFITS",
  MEDICAL = "MEDICAL",
  AGING = "AGING",
  DISABILITY = "DISABILITY",
  FAMILY = "FAMILY",
  DOMESTIC_VIOLENCE = "DOMESTIC_VIOLENCE",
  ISOLATION = "ISOLATION",
  LEGAL = "LEGAL",
  OTHER = "OTHER",
}

registerEnumType(ReferralReason, {
  name: "ReferralReason",
  description: "Why a resident is referred: the need as its sender sees it, not a diagnosis.",
  valuesConfig: {
    MENTAL_HEALTH: { description: "Signs of a mental illness or crisis." },
    SUBSTANCE_USE: { description: "Use of alcohol or drugs that harms." },
    HOUSING: { description: "No housing, or housing that is unsafe or about to be lost." },
    FOOD: { description: "Not enough to eat." },
    BENEFITS: { description: "Help with public benefits or money." },
    MEDICAL: { description: "Medical care, medicine or equipment." },
    AGING: { description: "Needs that come with age, such as memory loss." },
    DISABILITY: { description: "Needs that come with a disability." },
    FAMILY: { description: "Parenting, children, or conflict in the family." },
    DOMESTIC_VIOLENCE: { description: "Violence or control by a partner or relative." },
    ISOLATION: { description: "Nobody to turn to." },
    LEGAL: { description: "Legal help." },
    OTHER: { description: "Something else; the narrative says what." },
  },
});
