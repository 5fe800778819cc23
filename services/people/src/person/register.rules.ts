import { UserErrorCode, type UserError } from "@corespond/kit";

import { brokenAddressRules } from "../address/address.rules";
import { brokenBirthDateRule } from "../birthDate/birthDate.rules";
import { brokenTennessenRules } from "../tennessen/tennessen.rules";
import type { RegisterPersonInput } from "./person.inputs";

const broken = (code: UserErrorCode, message: string, ...path: readonly string[]): UserError => ({
  code,
  message,
  field: ["input", ...path],
});

/** The rules between an input's fields that it breaks. (Those of one field are on its class.) */
export function brokenRules(input: RegisterPersonInput): readonly UserError[] {
  const { INVALID } = UserErrorCode;
  return [
    ...brokenNameRules(input),
    ...brokenTennessenRules(input),
    ...birthDateRules(input).map((message) => broken(INVALID, message, "birthDate", "date")),
    ...brokenAddressRules(input.addresses).map((message) => broken(INVALID, message, "addresses")),
    ...(input.languages.filter(({ preferred }) => preferred).length > 1
      ? [broken(INVALID, "At most one language is the preferred one.", "languages")]
      : []),
    ...(input.safeContact?.hours ?? [])
      .filter(({ from, to }) => from >= to)
      .map(({ from, to }) =>
        broken(
          INVALID,
          `Safe hours end after they begin, but got: ${from} to ${to}. Split hours that pass midnight.`,
          "safeContact",
          "hours",
        ),
      ),
  ];
}

function brokenNameRules({ names, description }: RegisterPersonInput): readonly UserError[] {
  if (names.length === 0 && description == null) {
    return [broken(UserErrorCode.REQUIRED, "A person needs a name, or a `description` where none is known.", "names")];
  }
  return names
    .filter(({ given, family }) => given == null && family == null)
    .map(() => broken(UserErrorCode.REQUIRED, "A name needs a `given` or a `family` part.", "names"));
}

function birthDateRules({ birthDate }: RegisterPersonInput): readonly string[] {
  const rule = birthDate ? brokenBirthDateRule(birthDate.date) : null;
  return rule === null ? [] : [rule];
}
