import { isPurposeOfUse } from "@corespond/kit";
import { ValidateBy } from "class-validator";

/** The rule of a purpose: a code of HL7's v3-PurposeOfUse. */
export function IsPurposeOfUse(): PropertyDecorator {
  return ValidateBy({
    name: "isPurposeOfUse",
    validator: {
      validate: (value: unknown) => typeof value === "string" && isPurposeOfUse(value),
      defaultMessage: (given) =>
        `\`${given?.property ?? "the purpose"}\` must be a code of HL7's v3-PurposeOfUse 3.1.0, such as COC`,
    },
  });
}
