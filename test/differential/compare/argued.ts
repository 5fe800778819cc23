import type { GraphQLFormattedError } from "graphql";

import { identicalData, nullAt, placeOfError, placesOf, sameData, sameErrors, sameSet, type Answer } from "./answers";

/** Three answers to one question. */
export interface Answers {
  readonly ours: Answer;
  readonly stock: Answer;
  /** What graphql-js answers over one schema, with the same faults of fields. */
  readonly reference: Answer;
}

/** A difference that the stock gateway, and not ours, owes an explanation for. */
export interface Argument {
  readonly name: string;
  /** Why ours is right, and where the specification (October 2021) says so. */
  readonly reason: string;
  readonly holds: (answers: Answers) => boolean;
}

const isFinding = ({ extensions }: GraphQLFormattedError): boolean => extensions?.["code"] === "INVALID_SLICE_ANSWER";

/** The answer without what our engine itself found to be missing or wrong. */
const withoutFindings = ({ data, errors = [] }: Answer): Answer => ({
  ...(data !== undefined && { data }),
  errors: errors.filter((each) => !isFinding(each)),
});

/** The answer without what our engine found to be wrong with a slice's answer as a whole. */
const withoutPlaceless = ({ errors = [], ...answer }: Answer): Answer => ({
  ...answer,
  errors: errors.filter((each) => !isFinding(each) || placeOfError(each)),
});

/** Whether a finding stands at a null that no slice's error explains. */
function isNeeded(finding: GraphQLFormattedError, { data, errors = [] }: Answer): boolean {
  const answer: Answer = data === undefined ? {} : { data };
  const place = placeOfError(finding);
  if (!place) return true;
  const depth = nullAt(answer, place);
  if (depth === null) return false;
  const hole = place.slice(0, depth).join(".");
  return !errors.some((error) => {
    const told = isFinding(error) ? null : placeOfError(error);
    return told !== null && told.length >= depth && told.slice(0, depth).join(".") === hole;
  });
}

/** Where an answer is null because of an error. */
function holesOf(answer: Answer): ReadonlySet<string> {
  const holes = (answer.errors ?? []).map((error) => {
    const place = placeOfError(error);
    const depth = place && nullAt(answer, place);
    return place && depth !== null ? place.slice(0, depth).join(".") : (place?.join(".") ?? "none");
  });
  return new Set(holes);
}

const includes = (all: ReadonlySet<string>, some: ReadonlySet<string>): boolean =>
  [...some].every((each) => all.has(each));

/** Errors by their texts and places, whichever item of a list they stand at. */
const errorsOfAnyItem = ({ errors = [] }: Answer): ReadonlySet<string> =>
  new Set(
    errors.map((error) => {
      const names = placeOfError(error)?.filter((each) => typeof each === "string");
      return JSON.stringify([names, error.message, error.extensions?.["code"]]);
    }),
  );

/** Whether one value is another but for objects and lists that hold a null there and are null as a whole here. */
function narrower(one: unknown, other: unknown): boolean {
  if (one === null || one === undefined) return JSON.stringify(other ?? null).includes("null");
  if (typeof one !== "object") return one === other;
  if (other === null || typeof other !== "object") return false;
  return Object.entries(one).every(([key, each]) => narrower(each, (other as Record<string, unknown>)[key]));
}

/** Whether an error stands where another's does, or is a slice's own about a null of the answer. */
function isExpected(error: GraphQLFormattedError, { ours, stock, reference }: Answers): boolean {
  const place = placeOfError(error);
  const known = new Set([...placesOf(reference), ...placesOf(stock)]);
  if (!place || known.has(place.join("."))) return known.has(place?.join(".") ?? "");
  return !isFinding(error) && nullAt(ours, place) !== null;
}

/** What ours may always be. */
export const specification: Argument = {
  name: "the specification's own answer",
  reason:
    "graphql-js, executing the same data over one schema, answers what ours does: data, order and nulls with errors are equal (sections 6 and 7); what ours tells beyond that, slices told.",
  holds: ({ ours, stock, reference }) =>
    identicalData(ours, reference) &&
    includes(holesOf(ours), holesOf(reference)) &&
    (ours.errors ?? []).every((each) => isExpected(each, { ours, stock, reference })),
};

/** Every difference that may be, with its reason. */
export const argued: readonly Argument[] = [
  specification,
  {
    name: "a null that may not be is an error",
    reason:
      "A slice gave a null, a wrong value or nothing where the schema has none of them, without telling an error: the field is in error and the errors list says so (sections 6.4.3, 6.4.4). The stock gateway tells it in an extension only, and only where there is no other error.",
    holds: ({ ours, stock }) => {
      const findings = (ours.errors ?? []).filter(isFinding);
      return (
        findings.length > 0 &&
        sameData(ours, stock) &&
        sameErrors(withoutFindings(ours), stock) &&
        findings.every((each) => isNeeded(each, ours))
      );
    },
  },
  {
    name: "a null spreads by the object's own type",
    reason:
      "A field's value is completed by the type that the object gives it, not by that of the interface which the client asks through (section 6.4.2): where the object has no null, the null takes the object with it. The stock gateway reads the interface.",
    holds: ({ ours, stock }) => narrower(ours.data, stock.data) && sameErrors(withoutFindings(ours), stock),
  },
  {
    name: "an error stands where its entity does",
    reason:
      "The path of an error leads to the field in error (section 7.1.2). The stock gateway counts the entities that it asked about, and not those that it left out, and so names another item of the list.",
    holds: ({ ours, stock }) =>
      sameData(ours, stock) &&
      sameSet(errorsOfAnyItem(withoutFindings(ours)), errorsOfAnyItem(stock)) &&
      (ours.errors ?? []).filter(isFinding).every((each) => isNeeded(each, ours)),
  },
  {
    name: "another error of the same null",
    reason:
      "Several fields failed that each make the same object null, and a slice tells the one that it met first, which depends on the order in which it is asked; the errors list must not be further affected by the others (section 6.4.4).",
    holds: ({ ours, stock }) =>
      sameData(ours, stock) &&
      sameSet(holesOf(withoutPlaceless(ours)), holesOf(stock)) &&
      (ours.errors ?? []).filter(isFinding).every((each) => isNeeded(each, ours)),
  },
];
