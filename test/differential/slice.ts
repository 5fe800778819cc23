import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  execute,
  getOperationAST,
  GraphQLError,
  isInterfaceType,
  isObjectType,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type FormattedExecutionResult,
  type GraphQLSchema,
} from "graphql";

import type { Faults } from "./faults";
import { fieldSets, providedFields, type FieldSets } from "./fieldSets";
import type { Row, World } from "./fixture";
import {
  computedField,
  faulty,
  Holder,
  placeOf,
  read,
  rowNames,
  typeNamed,
  type FieldQuestion,
  type Held,
} from "./held";
import { matches, tells } from "./matches";
import { wireSchema } from "./wireSchema";

/** What a slice knows while it answers. */
export interface SliceState {
  readonly world: World;
  readonly faults: Faults;
}

/** A request as it reaches a slice. */
export interface SliceRequest {
  readonly query: string;
  readonly variables?: Row | undefined;
  readonly operationName?: string | undefined;
}

interface Context extends SliceState {
  readonly holder: Holder;
}

/** A slice of a fixture: a real subgraph over the fixture's data. */
export class Slice {
  private readonly sets: FieldSets;
  private readonly provided: ReadonlySet<string>;
  private readonly schemas: { readonly strict: GraphQLSchema; readonly lax: GraphQLSchema };
  private readonly documents = new Map<string, DocumentNode>();

  constructor(
    readonly name: string,
    sdl: string,
  ) {
    const typeDefs = parse(sdl, { noLocation: true });
    this.sets = fieldSets(typeDefs);
    this.provided = providedFields(typeDefs);
    const build = (lax: boolean): GraphQLSchema =>
      wireSchema(this.withReferences(buildSubgraphSchema({ typeDefs })), lax);
    this.schemas = { strict: build(false), lax: build(true) };
  }

  /** Answers as a server does, but for the transport. */
  async answer(
    { query, variables, operationName }: SliceRequest,
    state: SliceState,
  ): Promise<FormattedExecutionResult> {
    switch (state.faults.slice(this.name)) {
      case "unreached":
        return {
          data: null,
          errors: [{ message: "The slice was not reached.", extensions: { code: "SLICE_UNAVAILABLE" } }],
        };
      case "only errors":
        return { errors: [{ message: "Fault of the whole slice" }] };
      case "null":
        return { data: null };
      case null:
    }
    const schema = state.faults.lax ? this.schemas.lax : this.schemas.strict;
    const document = this.documents.get(query) ?? parse(query, { noLocation: true });
    if (!this.documents.has(query)) {
      const errors = validate(this.schemas.strict, document);
      if (errors.length > 0) return { errors: errors.map((error) => error.toJSON()) };
      this.documents.set(query, document);
    }
    const holder = new Holder(rowNames(state.world));
    const operation = getOperationAST(document, operationName)?.operation;
    const result = await execute({
      schema,
      document,
      rootValue:
        operation === OperationTypeNode.MUTATION
          ? holder.root(state.world.Mutation ?? {}, "Mutation")
          : holder.root(state.world.Query, "Query"),
      contextValue: { ...state, holder } satisfies Context,
      variableValues: variables ?? {},
      operationName: operationName ?? null,
      fieldResolver: this.resolve,
    });
    return JSON.parse(JSON.stringify(result)) as FormattedExecutionResult;
  }

  private withReferences(schema: GraphQLSchema): GraphQLSchema {
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      if (!this.sets.get(type.name)?.keys.length) continue;
      const resolveReference = async (given: Row, context: Context): Promise<Held | null> =>
        this.find(type.name, given, context);
      type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } };
    }
    return schema;
  }

  private find(type: string, given: Row, { world, faults, holder }: Context): Held | null {
    const keys = this.sets.get(type)?.keys.filter((key) => key.resolvable && tells(given, key.selectionSet)) ?? [];
    const [key] = keys;
    if (!key) throw new GraphQLError(`${this.name} cannot find a ${type} by ${JSON.stringify(given)}`);
    const row = world.entities?.[type]?.find((each) => matches(given, each, key.selectionSet));
    if (!row) return null;
    const held = holder.reference(row, typeNamed(row) ?? type, given);
    const fault = faults.entity(this.name, held.id);
    if (fault === "error") throw new GraphQLError(`Fault at ${held.id}`);
    return fault === "missing" ? null : held;
  }

  private readonly resolve = (...[source, args, context, info]: FieldQuestion<Context>): unknown => {
    const { world, faults, holder } = context;
    const place = placeOf(source, info, args);
    const fault = faults.field(source.id, info.fieldName);
    if (fault) return faulty(fault, place, info.returnType);
    const { fieldName, parentType, returnType } = info;
    const value = this.valueOf(source, { type: parentType.name, field: fieldName, args }, world);
    return holder.value(value, returnType, { place, parent: source });
  };

  private valueOf(
    source: Held,
    { type, field, args }: { type: string; field: string; args: Row },
    world: World,
  ): unknown {
    const sets = this.sets.get(type);
    const computed = computedField(world, type, field);
    const required = sets?.requires.get(field);
    if (computed && (required ?? sets?.fromContext.has(field))) {
      const given = source.given ?? {};
      if (required && !tells(given, required))
        throw new GraphQLError(`${this.name} was not told what ${type}.${field} requires: ${JSON.stringify(given)}`);
      return computed(given, args);
    }
    if (sets?.external.has(field) && !this.provided.has(field) && !this.isKey(type, field))
      throw new GraphQLError(`${type}.${field} is external to ${this.name}`);
    return read(source.row, field, args);
  }

  private isKey(type: string, field: string): boolean {
    const sets = this.sets.get(type);
    const types = [type, ...(sets?.interfaces ?? [])];
    return types.some((name) =>
      this.sets
        .get(name)
        ?.keys.some(({ selectionSet }) =>
          selectionSet.selections.some((each) => "name" in each && each.name.value === field),
        ),
    );
  }
}
