import { registerEnumType } from "type-graphql";

/** Whether a service takes somebody in now. */
export enum CapacityStatus {
  CAPACITY = "CAPACITY",
  NO_CAPACITY = "NO_CAPACITY",
  WAITLIST = "WAITLIST",
  ADDITIONAL_ASSESSMENT_REQUIRED = "ADDITIONAL_ASSESSMENT_REQUIRED",
}

registerEnumType(CapacityStatus, {
  name: "CapacityStatus",
  description: "Whether a service takes somebody in now, as its provider says.",
  valuesConfig: {
    CAPACITY: { description: "There are openings. None is guaranteed: call first." },
    NO_CAPACITY: { description: "There are none, and no waiting list." },
    WAITLIST: { description: "There are none, and a waiting list is kept." },
    ADDITIONAL_ASSESSMENT_REQUIRED: { description: "It depends on the person: an assessment decides." },
  },
});
