import {
  Kind,
  parse,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** A key of an entity. */
export interface Key {
  readonly selectionSet: SelectionSetNode;
  readonly resolvable: boolean;
}

/** What one slice's directives say of one type. */
export interface TypeFieldSets {
  readonly keys: readonly Key[];
  /** The field set of each field with `@requires`. */
  readonly requires: ReadonlyMap<string, SelectionSetNode>;
  /** The names that `@context` gives the type. */
  readonly contexts: readonly string[];
  /** The arguments of each field with `@fromContext`: the context and what is selected from it. */
  readonly fromContext: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly external: ReadonlySet<string>;
  readonly interfaces: readonly string[];
}

/** What a slice's directives say, by type. */
export type FieldSets = ReadonlyMap<string, TypeFieldSets>;

/** Parses the text of a field set. */
export function fieldSet(text: string): SelectionSetNode {
  const [operation] = parse(`{${text}}`, { noLocation: true }).definitions as readonly OperationDefinitionNode[];
  if (!operation) throw new RangeError(`not a field set: ${text}`);
  return operation.selectionSet;
}

/** Reads a slice's directives. */
export function fieldSets(sdl: DocumentNode): FieldSets {
  const found = new Map<string, TypeFieldSets>();
  for (const definition of sdl.definitions) {
    if (!("fields" in definition) || !("interfaces" in definition)) continue;
    const { directives = [], fields = [], interfaces = [], name } = definition;
    const known = found.get(name.value);
    const requires = fields.flatMap((field) =>
      textsOf(field.directives, "requires", "fields").map((text) => [field.name.value, fieldSet(text)] as const),
    );
    const fromContext = fields.flatMap((field) => {
      const given = (("arguments" in field ? field.arguments : undefined) ?? []).flatMap((argument) =>
        textsOf(argument.directives, "fromContext", "field").map((text) => [argument.name.value, text] as const),
      );
      return given.length > 0 ? [[field.name.value, new Map(given)] as const] : [];
    });
    const external = fields.filter((field) => has(field.directives, "external")).map((field) => field.name.value);
    found.set(name.value, {
      keys: [...(known?.keys ?? []), ...keysOf(directives)],
      requires: new Map([...(known?.requires ?? []), ...requires]),
      contexts: [...(known?.contexts ?? []), ...textsOf(directives, "context", "name")],
      fromContext: new Map([...(known?.fromContext ?? []), ...fromContext]),
      external: new Set([...(known?.external ?? []), ...external]),
      interfaces: [...(known?.interfaces ?? []), ...interfaces.map((each) => each.name.value)],
    });
  }
  return found;
}

/** The names of fields that some `@provides` of a slice gives though they are external. */
export function providedFields(sdl: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(sdl, {
    [Kind.DIRECTIVE]: (node) => {
      for (const text of textsOf([node as ConstDirectiveNode], "provides", "fields"))
        visit(fieldSet(text), { [Kind.FIELD]: ({ name }) => void names.add(name.value) });
    },
  });
  return names;
}

const keysOf = (directives: readonly ConstDirectiveNode[]): readonly Key[] =>
  directives
    .filter((each) => nameOf(each) === "key")
    .map((each) => {
      const resolvable = each.arguments?.find(({ name }) => name.value === "resolvable")?.value;
      const [text = ""] = textsOf([each], "key", "fields");
      return { selectionSet: fieldSet(text), resolvable: resolvable?.kind !== Kind.BOOLEAN || resolvable.value };
    });

const nameOf = ({ name }: ConstDirectiveNode): string => name.value.replace(/^federation__/, "");

const has = (directives: readonly ConstDirectiveNode[] | undefined, name: string): boolean =>
  directives?.some((each) => nameOf(each) === name) ?? false;

const textsOf = (
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
  argument: string,
): readonly string[] =>
  (directives ?? [])
    .filter((each) => nameOf(each) === name)
    .flatMap((each) => {
      const value = each.arguments?.find((given) => given.name.value === argument)?.value;
      return value?.kind === Kind.STRING ? [value.value] : [];
    });
