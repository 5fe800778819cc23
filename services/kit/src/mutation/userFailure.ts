import { UserErrorCode, type UserError } from "../graph/userError";

/** Thrown by a service where an action cannot be done for a reason that its caller expects; it becomes `userErrors`. */
export class UserFailure extends Error {
  override readonly name = "UserFailure";

  constructor(readonly userErrors: readonly UserError[]) {
    super(userErrors.map(({ code }) => code).join(", "));
  }
}

/** Ends an action with one user error. `field` is the path from `input`, for example `["input", "callId"]`. */
export function fail(code: UserErrorCode, message: string, field: readonly string[] | null = null): never {
  throw new UserFailure([{ code, message, field }]);
}

/** Ends an action because a record is absent or not for this viewer: one answer for both. */
export function failNotFound(what: string, field: readonly string[]): never {
  fail(UserErrorCode.NOT_FOUND, `No ${what} with this id is known to you.`, field);
}
