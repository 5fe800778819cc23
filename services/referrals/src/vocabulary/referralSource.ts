import { registerEnumType } from "type-graphql";

/** From whom a referral came. */
export enum ReferralSource {
  OFFICER = "OFFICER",
  DISPATCHER = "DISPATCHER",
  SHERIFF = "SHERIFF",
  SELF = "SELF",
  OTHER = "OTHER",
}

registerEnumType(ReferralSource, {
  name: "ReferralSource",
  description: "From whom a referral came.",
  valuesConfig: {
    OFFICER: { description: "An officer of a police department." },
    DISPATCHER: { description: "A dispatcher who took or sent out the call." },
    SHERIFF: { description: "A deputy of the sheriff's office." },
    SELF: { description: "The resident asked for it." },
    OTHER: { description: "Somebody else, such as a relative or a colleague." },
  },
});
