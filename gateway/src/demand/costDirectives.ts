import { Kind, type ConstDirectiveNode, type ConstValueNode, type DocumentNode } from "graphql";

/** The specification of `@cost` and `@listSize`, of whichever version. */
const specification = /^https:\/\/specs\.apollo\.dev\/cost\/v\d+\.\d+$/;

/** What a supergraph calls the two directives; null where it has none. */
export interface CostDirectiveNames {
  readonly cost: string | null;
  readonly listSize: string | null;
}

/** Reads the names from the supergraph's links (link v1.0: imported names stand alone, others behind the namespace). */
export function costDirectiveNames(supergraph: DocumentNode): CostDirectiveNames {
  const links = supergraph.definitions
    .flatMap((node) =>
      node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.directives ?? []) : [],
    )
    .filter(({ name }) => name.value === "link");
  const link = links.find((directive) => specification.test(textArgument(directive, "url") ?? ""));
  if (!link) return { cost: null, listSize: null };
  const namespace = textArgument(link, "as") ?? "cost";
  const imported = importedNames(argument(link, "import"));
  return {
    cost: imported.get("@cost") ?? namespace,
    listSize: imported.get("@listSize") ?? `${namespace}__listSize`,
  };
}

/** The value of a directive's argument. */
export function argument(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((given) => given.name.value === name)?.value;
}

function textArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argument(directive, name);
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function importedNames(list: ConstValueNode | undefined): ReadonlyMap<string, string> {
  const items = list?.kind === Kind.LIST ? list.values : [];
  return new Map(
    items.flatMap((item): readonly [string, string][] => {
      if (item.kind === Kind.STRING) return [[item.value, item.value.slice(1)]];
      if (item.kind !== Kind.OBJECT) return [];
      const text = (key: string): string | undefined => {
        const value = item.fields.find(({ name }) => name.value === key)?.value;
        return value?.kind === Kind.STRING ? value.value : undefined;
      };
      const name = text("name");
      return name === undefined ? [] : [[name, (text("as") ?? name).slice(1)]];
    }),
  );
}
