import { Kind, parse } from "graphql";

import { onlyFields } from "./fetchPart.mjs";
import { fragmentsOf, inlined, operationOf, responseNameOf } from "./inlined.mjs";

/**
 * Fields of a mutation run one after another (GraphQL, section 6.2.2), and what is asked below one is asked before the next
 * runs. The planner asks a slice for neighbouring fields at once, so that what other slices tell of the first would be read
 * after the last has run. Where that is so, each field gets a plan of its own, and those run in turn; `planOf` plans a
 * document.
 */
export function mutationsInTurn(document, { operationName, planOf }) {
  const whole = planOf(document);
  const operation = operationOf(document, operationName);
  if (operation.operation !== "mutation" || !asksAfterSeveral(whole)) return whole;
  const selectionSet = inlined(operation.selectionSet, fragmentsOf(document));
  const nodes = [...new Set(responseNames(selectionSet))].flatMap((name, index) => {
    const alone = { ...operation, selectionSet: onlyFields(selectionSet, (field) => responseNameOf(field) === name) };
    const definitions = document.definitions.map((each) => (each === operation ? alone : each));
    const { node } = planOf({ ...document, definitions });
    return node ? [withIds(node, `${index}_`)] : [];
  });
  return { ...whole, node: { kind: "Sequence", nodes } };
}

/** Whether a plan asks anything of entities, and one of its mutations runs several fields. */
function asksAfterSeveral(plan) {
  const fetches = fetchesOf(plan);
  const mutations = fetches.filter(({ operationKind }) => operationKind === "mutation");
  return (
    mutations.length > 0 &&
    mutations.length < fetches.length &&
    mutations.some(({ operation }) => new Set(responseNames(operationOf(parse(operation)).selectionSet)).size > 1)
  );
}

function fetchesOf(node) {
  if (node === null || typeof node !== "object") return [];
  return node.kind === "Fetch" ? [node] : Object.values(node).flatMap((each) => fetchesOf(each));
}

const responseNames = ({ selections }) =>
  selections.flatMap((each) => (each.kind === Kind.FIELD ? [responseNameOf(each)] : responseNames(each.selectionSet)));

/** A plan whose fetches are called otherwise than another plan's, for those that deferred parts wait for. */
function withIds(node, prefix) {
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node)) return node.map((each) => withIds(each, prefix));
  const kept = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withIds(value, prefix)]));
  return typeof node.id === "string" ? { ...kept, id: prefix + node.id } : kept;
}
