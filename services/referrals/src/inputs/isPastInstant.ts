import { ValidateBy } from "class-validator";

const earliest = Date.UTC(2000, 0, 1);

/** The rule of an instant at which something happened: not in the future, and not before the year 2000. */
export function IsPastInstant(): PropertyDecorator {
  return ValidateBy({
    name: "isPastInstant",
    validator: {
      validate: (value: unknown) =>
        value instanceof Date && value.getTime() >= earliest && value.getTime() <= Date.now(),
      defaultMessage: (given) =>
        `\`${given?.property ?? "the instant"}\` must not be in the future, nor before the year 2000`,
    },
  });
}
