import { registerEnumType } from "type-graphql";

/** What a service may need to know before it accepts somebody of whom it knows no more. */
export enum EligibilityQuestion {
  LIVES_IN_SERVICE_AREA = "LIVES_IN_SERVICE_AREA",
  SPEAKS_A_LANGUAGE_OF_THE_SERVICE = "SPEAKS_A_LANGUAGE_OF_THE_SERVICE",
  CHILDREN_WITH_THEM = "CHILDREN_WITH_THEM",
  WITHIN_AGE_LIMITS = "WITHIN_AGE_LIMITS",
  WITHIN_INCOME_LIMITS = "WITHIN_INCOME_LIMITS",
  NEEDS_STEP_FREE_ACCESS = "NEEDS_STEP_FREE_ACCESS",
}

registerEnumType(EligibilityQuestion, {
  name: "EligibilityQuestion",
  description:
    "What a service may need to know before it accepts, coarsely: each is answered by yes, no or unknown, and none tells who it is.",
  valuesConfig: {
    LIVES_IN_SERVICE_AREA: { description: "Whether the resident lives in the area that the service serves." },
    SPEAKS_A_LANGUAGE_OF_THE_SERVICE: { description: "Whether the resident speaks a language of the service." },
    CHILDREN_WITH_THEM: { description: "Whether children would come with the resident." },
    WITHIN_AGE_LIMITS: { description: "Whether the resident is within the service's limits of age." },
    WITHIN_INCOME_LIMITS: { description: "Whether the resident is within the service's limits of income." },
    NEEDS_STEP_FREE_ACCESS: { description: "Whether the resident needs access without steps." },
  },
});

/** How a question of eligibility is answered. */
export enum EligibilityAnswer {
  YES = "YES",
  NO = "NO",
  UNKNOWN = "UNKNOWN",
}

registerEnumType(EligibilityAnswer, {
  name: "EligibilityAnswer",
  description: "How a question of eligibility is answered.",
  valuesConfig: {
    YES: { description: "Yes." },
    NO: { description: "No." },
    UNKNOWN: { description: "The social worker does not know." },
  },
});
