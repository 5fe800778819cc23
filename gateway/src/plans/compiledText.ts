import { parse, print } from "graphql";

import type { CompiledFetch } from "../engine/compile/compiledFetch";
import type { CompiledGroup, CompiledPlan } from "../engine/compile/compiledPlan";
import type { PathStep } from "../engine/compile/flattenPath";
import type { PreparedOperation } from "../engine/operation/preparedOperation";

/** A compiled plan as text: its requests to slices in stages, each with what it asks and where its entities stand. */
export function compiledText({ plan, shaped }: PreparedOperation): string {
  const labels = new Map([...shaped.planned.deferred].map(([name, { label }]) => [name, label]));
  const stages = stagesOf(plan);
  const last = Math.max(0, ...stages);
  const requests = `${count(plan.groups.length, "request")} to slices in ${count(last, "stage")}`;
  const told = Array.from({ length: last }, (_, index) => {
    const groups = plan.groups.filter((_group, group) => stages[group] === index + 1);
    return [
      `Stage ${index + 1}`,
      ...groups.map((group) => indented(groupText(group, partOf(plan, group, labels)))),
    ].join("\n\n");
  });
  return [`${requests}.`, ...told].join("\n\n");
}

/** The turn of each request: one after the latest of those that any of its fetches waits for. */
function stagesOf({ groups, fetches }: CompiledPlan): readonly number[] {
  const ofFetch: number[] = [];
  for (const { id, after } of fetches) ofFetch[id] = 1 + Math.max(0, ...after.map((each) => ofFetch[each] ?? 0));
  return groups.map(({ members }) => Math.max(...members.map(({ id }) => ofFetch[id] ?? 1)));
}

/** What a request is for, where that is a deferred part: the client's label, or a number where it gave none. */
function partOf(
  { deferred }: CompiledPlan,
  { members: [first] }: CompiledGroup,
  labels: ReadonlyMap<string, string | undefined>,
): string {
  const { block = 0 } = first ?? {};
  if (block === 0) return "";
  return `, for the deferred part ${labels.get(deferred[block - 1]?.label ?? "") ?? String(block)}`;
}

function groupText({ members, request }: CompiledGroup, label: string): string {
  const slice = members[0]?.slice ?? "";
  const queries = request.together ? [request.together.query] : request.parts.map(({ alone }) => alone.query);
  return [`${slice}${label}: ${placesOf(members)}`, ...queries.map((query) => indented(print(parse(query))))].join(
    "\n",
  );
}

const placesOf = (members: readonly CompiledFetch[]): string => [...new Set(members.map(placeOf))].join(", ");

const placeOf = ({ represent, path }: CompiledFetch): string =>
  represent ? `entities at ${path.map(stepText).join(".")}` : "root fields";

const stepText = ({ key, types }: PathStep): string => `${key ?? "@"}${types ? `|[${[...types].join(",")}]` : ""}`;

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, "  ");
