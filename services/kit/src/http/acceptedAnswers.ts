/** The media type of GraphQL answers whose status may be relied upon (GraphQL over HTTP, 4.1). */
export const graphqlResponseType = "application/graphql-response+json";

/** The media type of GraphQL answers for clients that know no better. */
const jsonType = "application/json";

/** A media type that a whole answer may have. */
type AnswerType = typeof graphqlResponseType | typeof jsonType;

/** What of an `Accept` header concerns GraphQL answers. */
export interface AcceptedAnswers {
  /** What a whole answer is sent as; null where the client takes neither. */
  readonly whole: AnswerType | null;
  /** How the client takes an answer in parts: `multipart/mixed` with its parameters; empty where it does not. */
  readonly inParts: readonly string[];
}

const json: AcceptedAnswers = { whole: jsonType, inParts: [] };

/** What most clients send, which needs no reading. */
const usual: ReadonlyMap<string | undefined, AcceptedAnswers> = new Map<string | undefined, AcceptedAnswers>([
  [undefined, json],
  ["", json],
  ["*/*", json],
  [jsonType, json],
  [graphqlResponseType, { whole: graphqlResponseType, inParts: [] }],
]);

/**
 * Reads an `Accept` header (RFC 9110, 12.5.1). A client that takes anything, or says nothing, gets `application/json`: it was
 * written before there was another, or does not care.
 */
export function acceptedAnswers(accept: string | undefined): AcceptedAnswers {
  return usual.get(accept) ?? read(accept ?? "");
}

interface MediaRange {
  readonly text: string;
  readonly type: string;
  readonly quality: number;
  readonly utf8: boolean;
  readonly place: number;
}

function read(accept: string): AcceptedAnswers {
  const ranges = accept.split(",").map(mediaRange);
  const inParts = ranges.filter(({ type, quality }) => type === "multipart/mixed" && quality > 0);
  const [asJson, asResponse] = [best(ranges, jsonType), best(ranges, graphqlResponseType)];
  const whole = asResponse && (!asJson || isPreferred(asResponse, asJson)) ? graphqlResponseType : asJson && jsonType;
  return { whole: whole ?? null, inParts: inParts.map(({ text }) => text) };
}

function mediaRange(text: string, place: number): MediaRange {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const values = new Map(parameters.map((parameter) => parameter.split("=", 2) as [string, string | undefined]));
  const quality = Number(values.get("q") ?? 1);
  const charset = values.get("charset")?.replaceAll('"', "") ?? "utf-8";
  return {
    ...{ text: text.trim(), type, place },
    quality: quality >= 0 && quality <= 1 ? quality : 0,
    utf8: charset === "utf-8" || charset === "utf8",
  };
}

/** The most specific range speaks for a type; undefined where it says no, or none speaks of it. */
function best(ranges: readonly MediaRange[], type: AnswerType): MediaRange | undefined {
  const found = [type, "application/*", "*/*"]
    .map((wanted) => ranges.find((range) => range.type === wanted && range.utf8))
    .find((range) => range !== undefined);
  return found && found.quality > 0 ? found : undefined;
}

/** The higher quality, then what is named over what is only included, then what is named first. */
function isPreferred(one: MediaRange, other: MediaRange): boolean {
  if (one.quality !== other.quality) return one.quality > other.quality;
  const [oneIsNamed, otherIsNamed] = [one, other].map(({ type }) => !type.endsWith("*"));
  return oneIsNamed === otherIsNamed ? one.place < other.place : oneIsNamed === true;
}
