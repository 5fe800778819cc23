import { validate, type ValidationError } from "class-validator";

import { UserErrorCode, type UserError } from "../graph/userError";

/** Checks an input class's rules; every broken rule becomes a user error that names its field and what came. */
export async function validateInput(input: object): Promise<readonly UserError[]> {
  const errors = await validate(input, { forbidUnknownValues: false, validationError: { target: false } });
  return errors.flatMap((error) => userErrorsOf(error, ["input"]));
}

const shownLength = 80;

function userErrorsOf(error: ValidationError, path: readonly string[]): readonly UserError[] {
  const field = [...path, error.property];
  const own = Object.values(error.constraints ?? {}).map((rule) => ({
    code: UserErrorCode.INVALID,
    message: `${rule}, but got: ${shown(error.value)}.`,
    field,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => userErrorsOf(child, field))];
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}
