import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
} from "graphql";

const deepest = 9;
const widest = 2;

/** What a program achieves is counted over all its referrals, whoever may see them, for those whom the policy gives it. */
const measured = new Set(["Program", "Agency.repeatCallers", "Agency.repeatLocations"]);

/** What an answer holds of the moment at which it was given. */
const ofTheMoment = new Set(["isOpen", "openNow", "isStale", "nextOpening", "openings"]);

/** A log grows by being read, so it is asked only for what stood in it before the first question. */
const logs = new Set(["Person.accesses"]);

/** What the asking itself adds to a line of an accounting that is there already. */
const ofTheAsking = new Set(["Disclosure.count", "Disclosure.fields", "Disclosure.lastAt"]);

/**
 * A query of the public graph that choices lead to: a list of natural numbers, used up from its start; when they are used
 * up, the smallest query follows. So a list that is made shorter makes a smaller query. Logs are asked up to `asked.since`,
 * the instant of the first question.
 */
export function randomOperation(schema, choices, asked) {
  const means = { schema, next: chooser(choices), ...asked };
  const { next } = means;
  const root = schema.getQueryType();
  const fields = Object.values(root.getFields()).filter(
    (field) => !measured.has(getNamedType(field.type).name) && !getNamedType(field.type).name.startsWith("Program"),
  );
  const parts = [];
  const count = 1 + next(2);
  for (let number = 0; number < count; number += 1) {
    const field = fields[next(fields.length)];
    const selection = fieldText(means, root, field, deepest);
    if (selection !== null) parts.push(`f${number}: ${selection}`);
  }
  return `{ __typename ${parts.join(" ")} }`;
}

const chooser = (choices) => {
  let at = 0;
  return (bound) => (bound <= 1 ? 0 : (choices[at++] ?? 0) % bound);
};

function fieldText(means, parent, field, depth) {
  const type = getNamedType(field.type);
  if (measured.has(type.name) || measured.has(`${parent.name}.${field.name}`) || ofTheMoment.has(field.name))
    return null;
  const fixed = logs.has(`${parent.name}.${field.name}`) ? { to: JSON.stringify(means.since) } : {};
  const given = argumentsText({ ...means, fixed }, field);
  if (given === null) return null;
  if (isLeafType(type)) return `${field.name}${given}`;
  if (depth === 0) return null;
  const inner = selectionText(means, type, depth - 1);
  return inner === null ? null : `${field.name}${given} ${inner}`;
}

function selectionText(means, type, depth) {
  if (isUnionType(type) || isInterfaceType(type)) {
    const members = means.schema.getPossibleTypes(type).flatMap((member) => {
      const inner = selectionText(means, member, depth);
      return inner === null ? [] : [`... on ${member.name} ${inner}`];
    });
    return `{ __typename ${members.join(" ")} }`;
  }
  const fields = Object.values(type.getFields());
  const leaves = fields.filter(
    ({ name, type: of, args }) =>
      isLeafType(getNamedType(of)) &&
      args.length === 0 &&
      !ofTheMoment.has(name) &&
      !ofTheAsking.has(`${type.name}.${name}`),
  );
  const branches = fields.filter(({ type: of }) => isCompositeType(getNamedType(of)));
  const must = branches.filter(({ name }) => ["edges", "node", "pageInfo", "redactions"].includes(name));
  const may = branches.filter((field) => !must.includes(field));
  const parts = ["__typename", ...leaves.map(({ name }) => name)];
  for (const field of must) parts.push(fieldText(means, type, field, Math.max(depth, 1)) ?? "");
  const wanted = may.length === 0 ? 0 : means.next(widest + 1);
  const taken = new Set();
  for (let number = 0; number < wanted; number += 1) taken.add(may[means.next(may.length)]);
  for (const field of taken) parts.push(fieldText(means, type, field, depth) ?? "");
  return `{ ${parts.filter((part) => part !== "").join(" ")} }`;
}

function argumentsText(means, { args }) {
  const given = [];
  for (const argument of args) {
    const needed = isNonNullType(argument.type) && argument.defaultValue === undefined;
    const isPage = ["first", "last", "after", "before"].includes(argument.name);
    if (argument.name in means.fixed) given.push(`${argument.name}: ${means.fixed[argument.name]}`);
    else if (argument.name === "first") given.push(`first: ${2 + means.next(2)}`);
    else if (!isPage && (needed || means.next(4) === 1)) {
      const value = valueText(means, argument.type, argument.name);
      if (value === null && needed) return null;
      if (value !== null) given.push(`${argument.name}: ${value}`);
    }
  }
  return given.length === 0 ? "" : `(${given.join(", ")})`;
}

const texts = ["Test", "a", "Exampleton", "+16125550100", "housing"];
const instants = ["2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "2030-01-01T00:00:00Z"];
const days = ["2020-01-01", "1990-06-15", "2026-01-01"];

function valueText(means, ofType, name) {
  const type = getNullableType(ofType);
  const { next, ids } = means;
  if (isListType(type)) {
    const one = valueText(means, type.ofType, name);
    return one === null ? null : `[${one}]`;
  }
  if (isEnumType(type)) return type.getValues()[next(type.getValues().length)].name;
  if (isInputObjectType(type)) return inputText(means, type);
  switch (type.name) {
    case "ID":
      return JSON.stringify(ids[next(ids.length)]);
    case "Int":
      return String(1 + next(3));
    case "Float":
      return ["45.08", "-93.36", "5"][next(3)];
    case "Boolean":
      return next(2) === 0 ? "false" : "true";
    case "DateTime":
      return JSON.stringify(instants[next(instants.length)]);
    case "Date":
      return JSON.stringify(days[next(days.length)]);
    case "String":
      return JSON.stringify(texts[next(texts.length)]);
    default:
      return null;
  }
}

/** The text of an input object, its required fields and some others. */
export function inputText(means, type) {
  const given = [];
  for (const field of Object.values(type.getFields())) {
    const needed = isNonNullType(field.type) && field.defaultValue === undefined;
    if (!needed && means.next(3) !== 1) continue;
    const value = means.fixed?.[field.name] ?? valueText(means, field.type, field.name);
    if (value === null && needed) return null;
    if (value !== null) given.push(`${field.name}: ${value}`);
  }
  return `{ ${given.join(", ")} }`;
}
