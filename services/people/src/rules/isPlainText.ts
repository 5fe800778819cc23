import { ValidateBy } from "class-validator";

/** PostgreSQL stores no NUL, and no name, address or instruction needs another control character than a line's end. */
const controlCharacters = /[^\P{Cc}\n\t]/u;

/** The rule for a text that a person typed: not blank, at most so many characters, no control characters. */
export function IsPlainText(maximum: number): PropertyDecorator {
  return ValidateBy({
    name: "isPlainText",
    validator: {
      validate: (value) =>
        typeof value === "string" && value.trim() !== "" && value.length <= maximum && !controlCharacters.test(value),
      defaultMessage: (field) =>
        `\`${field?.property ?? "text"}\` must be 1 to ${maximum} characters, not blank and without control characters`,
    },
  });
}
