import { type GraphQLObjectType, type GraphQLFormattedError, type GraphQLSchema } from "graphql";

import { outcomeOf } from "./outcomeOf";

/** What an answer's errors say was refused: the codes, and the fields as far as the error's path names a root field. */
export interface Denied {
  readonly codes: readonly string[];
  readonly fields: readonly string[];
}

/**
 * The fields of a query that were refused by an error. A field below the root is named by its path, without positions in
 * lists: `person.accesses`.
 */
export function deniedFields(schema: GraphQLSchema, errors: readonly GraphQLFormattedError[]): Denied | null {
  const denied = errors.filter(
    ({ extensions }) => typeof extensions?.["code"] === "string" && outcomeOf([extensions["code"]]) === "DENIED",
  );
  const mutation = schema.getMutationType();
  const ofQueries = denied.filter(({ path }) => !isField(mutation, path?.[0]));
  if (ofQueries.length === 0) return null;
  return {
    codes: [...new Set(ofQueries.map(({ extensions }) => String(extensions?.["code"])))],
    fields: [
      ...new Set(ofQueries.map(({ path = [] }) => path.filter((part) => typeof part === "string").join("."))),
    ].filter((field) => field !== ""),
  };
}

const isField = (type: GraphQLObjectType | null | undefined, name: unknown): boolean =>
  typeof name === "string" && type?.getFields()[name] !== undefined;
