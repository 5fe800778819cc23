import { ValidateBy, type ValidationArguments } from "class-validator";

import { isUuid } from "../context/uuidKeys";

/** The rule of an id: a UUID. With `each`, of every id in a list. */
export function IsId(options: { readonly each?: boolean } = {}): PropertyDecorator {
  const rule = {
    name: "isId",
    validator: {
      validate: (value: unknown) => typeof value === "string" && isUuid(value),
      defaultMessage: (given?: ValidationArguments) => `\`${given?.property ?? "the id"}\` must be a UUID`,
    },
  };
  return ValidateBy(rule, options);
}
