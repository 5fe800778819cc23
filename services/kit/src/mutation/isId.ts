import { ValidateBy } from "class-validator";

import { isUuid } from "../context/uuidKeys";

/** The rule of an id: a UUID. */
export function IsId(): PropertyDecorator {
  return ValidateBy({
    name: "isId",
    validator: {
      validate: (value: unknown) => typeof value === "string" && isUuid(value),
      defaultMessage: (given) => `\`${given?.property ?? "the id"}\` must be a UUID`,
    },
  });
}
