import { GraphQLError, GraphQLScalarType } from "graphql";
import { GraphQLDate, GraphQLDateTime } from "graphql-scalars";

const isoInstant = (value: unknown): string => {
  const parsed = value instanceof Date ? value : new Date(String(value));
  return parsed.toISOString();
};

/** An instant in RFC 3339, always written in UTC. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "An instant in RFC 3339 with its offset, for example `2021-08-31T14:05:00Z`. Answers are in UTC.",
  specifiedByURL: "https://scalars.graphql.org/andimarek/date-time.html",
  serialize: isoInstant,
  parseValue: (value) => GraphQLDateTime.parseValue(value),
  parseLiteral: (node, variables) => GraphQLDateTime.parseLiteral(node, variables),
});

const calendarDate = (value: unknown): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : String(value).slice(0, 10);

/** RFC 3339 writes a year 0000, of which PostgreSQL's calendar has none. */
function knownDay(date: Date): string {
  const day = calendarDate(date);
  if (day.startsWith("0000")) throw new GraphQLError(`Date cannot represent a day of the year 0000: ${day}`);
  return day;
}

/** A day of the calendar, without time or zone; a text `YYYY-MM-DD` in our code, as in the database. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: "Date",
  description: "A day of the calendar as `YYYY-MM-DD`, from the year 0001 on, for example `2021-08-31`.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
  serialize: calendarDate,
  parseValue: (value) => knownDay(GraphQLDate.parseValue(value)),
  parseLiteral: (node, variables) => knownDay(GraphQLDate.parseLiteral(node, variables)),
});
