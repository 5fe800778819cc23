import { HeaderMap } from "@apollo/server";
import { errorCatalogue } from "@corespond/kit";
import { GraphQLError } from "graphql";

import type { Caller } from "../identity/caller";
import type { Refusal } from "./filteredOperation";
import type { RefusalCode } from "./refusalOf";

const messages: Readonly<Record<RefusalCode, string>> = {
  UNAUTHENTICATED: "This field needs a signed-in viewer.",
  FORBIDDEN: "The token's scopes, or what its holder is, do not open this field.",
  STEP_UP_REQUIRED: "This field needs a sign-in with several factors.",
};

/** One error per refused field of an answer whose rest is given. */
export function partialErrors(refusals: readonly Refusal[]): readonly GraphQLError[] {
  return refusals.map(({ path, code }) => new GraphQLError(messages[code], { path: [...path], extensions: { code } }));
}

const gravest: readonly RefusalCode[] = ["UNAUTHENTICATED", "STEP_UP_REQUIRED", "FORBIDDEN"];

/** The same where nothing is given: the status says so, and a step-up says how (RFC 6750, section 3; RFC 9470, section 3). */
export function wholeErrors(refusals: readonly Refusal[], { acrValues }: Caller): readonly GraphQLError[] {
  const code = gravest.find((each) => refusals.some((refusal) => refusal.code === each)) ?? "FORBIDDEN";
  const status = code === "FORBIDDEN" ? 403 : errorCatalogue[code].status;
  const challenge = challenges(acrValues)[code];
  const http = { status, ...(challenge && { headers: new HeaderMap([["www-authenticate", challenge]]) }) };
  return refusals.map(
    (refusal) =>
      new GraphQLError(messages[refusal.code], {
        path: [...refusal.path],
        extensions: { code: refusal.code, http, ...(refusal.code === "STEP_UP_REQUIRED" && { acrValues }) },
      }),
  );
}

const challenges = (acrValues: readonly string[]): Readonly<Partial<Record<RefusalCode, string>>> => ({
  UNAUTHENTICATED: "Bearer",
  STEP_UP_REQUIRED: [
    'Bearer error="insufficient_user_authentication"',
    'error_description="A sign-in with several factors is required"',
    ...(acrValues.length > 0 ? [`acr_values="${acrValues.join(" ")}"`] : []),
  ].join(", "),
});
