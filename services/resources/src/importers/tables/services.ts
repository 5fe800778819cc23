import { AcceptanceMode } from "../../service/acceptanceMode";
import { ProtectedProgram } from "../../service/protectedProgram";
import { ServiceStatus } from "../../service/service.status";
import { amount, day, flag, instant, requiredText, text, webAddress } from "../hsdsColumn";
import { always, optional } from "../hsdsLink";
import type { HsdsTable } from "../hsdsTable";
import { oneOf, wordsOf } from "../oneOf";

/**
 * Services. Beside HSDS a file may have the columns `acceptance_mode`, `accepts_referrals` and `protected_program`; how
 * to get in is never guessed from the words of `application_process`.
 */
export const services: HsdsTable = {
  files: ["services.csv"],
  table: "service",
  links: [always("organization_id", "organization"), optional("program_id", "program")],
  columns: {
    name: requiredText("name"),
    alternate_name: text("alternate_name"),
    description: text("description"),
    url: webAddress("url"),
    email: text("email"),
    status: oneOf({ fields: ["status"], words: wordsOf(ServiceStatus), ifAbsent: null }),
    interpretation_services: text("interpretation_services"),
    application_process: text("application_process"),
    fees_description: text("fees_description", "fees"),
    accreditations: text("accreditations"),
    eligibility_description: text("eligibility_description"),
    minimum_age: amount("minimum_age"),
    maximum_age: amount("maximum_age"),
    assured_date: day("assured_date"),
    assurer_email: text("assurer_email"),
    alert: text("alert"),
    last_modified: instant("last_modified"),
    acceptance_mode: oneOf({
      fields: ["acceptance_mode"],
      words: wordsOf(AcceptanceMode),
      ifAbsent: ({ acceptanceMode }) => acceptanceMode,
    }),
    accepts_referrals: flag(true, "accepts_referrals"),
    protected_program: oneOf({
      fields: ["protected_program"],
      words: wordsOf(ProtectedProgram),
      ifAbsent: () => ProtectedProgram.NONE,
    }),
  },
  derived: { columns: ["time_zone"], fields: [], read: ({ directory }) => ({ time_zone: directory.timeZone }) },
};
