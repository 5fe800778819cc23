import { registerEnumType } from "type-graphql";

/** Where a crisis disclosure stands, at the instant of reading. */
export enum CrisisDisclosureState {
  REQUESTED = "REQUESTED",
  DECLINED = "DECLINED",
  OPEN = "OPEN",
  OVER = "OVER",
}

registerEnumType(CrisisDisclosureState, {
  name: "CrisisDisclosureState",
  description: "Where a crisis disclosure stands, at the instant of reading.",
  valuesConfig: {
    REQUESTED: { description: "Nobody has decided yet: nothing is shown." },
    DECLINED: { description: "The responsible authority declined: nothing is shown." },
    OPEN: { description: "Authorized: who asked for it reads the plan until `expiresAt`." },
    OVER: { description: "Its time is over: nothing is shown any more." },
  },
});
