import { ValidateBy } from "class-validator";

const controlCharacter = /[^\P{Cc}\t\n\r]/u;

/** The rule of a text that people read: something in it, no control characters but tabs and line ends, and a limit. */
export function IsPlainText(limit: number): PropertyDecorator {
  return ValidateBy({
    name: "isPlainText",
    validator: {
      validate: (value: unknown) =>
        typeof value === "string" && value.trim() !== "" && [...value].length <= limit && !controlCharacter.test(value),
      defaultMessage: (given) =>
        `\`${given?.property ?? "the text"}\` must be 1 to ${limit} characters, not only blanks, without control characters`,
    },
  });
}
