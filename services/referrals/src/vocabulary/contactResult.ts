import { registerEnumType } from "type-graphql";

/** What came of a contact. */
export enum ContactResult {
  REACHED = "REACHED",
  NO_ANSWER = "NO_ANSWER",
  LEFT_MESSAGE = "LEFT_MESSAGE",
  NOT_HOME = "NOT_HOME",
  DECLINED = "DECLINED",
  WRONG_NUMBER = "WRONG_NUMBER",
  UNSAFE_TO_CONTACT = "UNSAFE_TO_CONTACT",
  COMPLETED = "COMPLETED",
}

registerEnumType(ContactResult, {
  name: "ContactResult",
  description: "What came of a contact.",
  valuesConfig: {
    REACHED: { description: "The resident was reached; what was meant to happen has not happened yet." },
    NO_ANSWER: { description: "Nobody answered." },
    LEFT_MESSAGE: { description: "A message was left, in a way that is safe for the resident." },
    NOT_HOME: { description: "Nobody was at the place." },
    DECLINED: { description: "The resident did not want to talk." },
    WRONG_NUMBER: { description: "The number or address belongs to somebody else." },
    UNSAFE_TO_CONTACT: { description: "It was not safe, for the resident or the social worker, to go on." },
    COMPLETED: { description: "What was meant to happen happened. Only these count as people reached." },
  },
});
