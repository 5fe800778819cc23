import { Role } from "@corespond/kit";
import { registerEnumType } from "type-graphql";

/** What a staff member can be: the kit's roles but for those that no person has. */
export const StaffRole = {
  OFFICER: Role.OFFICER,
  DISPATCHER: Role.DISPATCHER,
  SOCIAL_WORKER: Role.SOCIAL_WORKER,
  SUPERVISOR: Role.SUPERVISOR,
  PROVIDER: Role.PROVIDER,
  PRIVACY_OFFICER: Role.PRIVACY_OFFICER,
  ANALYST: Role.ANALYST,
  PARTNER_CLIENT: Role.PARTNER_CLIENT,
  ADMINISTRATOR: Role.ADMINISTRATOR,
} as const;

/** One of them. */
export type StaffRole = (typeof StaffRole)[keyof typeof StaffRole];

registerEnumType(StaffRole, {
  name: "StaffRole",
  description: "What a staff member does in the program; what one may see and do follows from it.",
  valuesConfig: {
    OFFICER: { description: "Officer or deputy of a law enforcement agency." },
    DISPATCHER: { description: "Takes calls and dispatches, for the own agency and those that it dispatches." },
    SOCIAL_WORKER: { description: "Social worker of the county, embedded in the agencies of the assignments." },
    SUPERVISOR: { description: "Supervises the county's social workers." },
    PROVIDER: { description: "Works for an organization that residents are referred to." },
    PRIVACY_OFFICER: { description: "Watches over what the program does with data of residents." },
    ANALYST: { description: "Sees counts, never a resident." },
    PARTNER_CLIENT: { description: "A partner's machine, not a person: the name is the client's." },
    ADMINISTRATOR: { description: "Administers the program's staff and assignments; sees no resident." },
  },
});
