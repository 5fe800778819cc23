import { graphql } from "graphql";
import { Directive, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from "type-graphql";

import { buildSubgraph } from "./buildSubgraph";

@Directive('@key(fields: "id")')
@ObjectType({ description: "A thing.", simpleResolvers: true })
class Thing {
  @Field(() => ID, { description: "Identity." })
  readonly id: string;

  readonly hidden: string;
}

const view = Object.freeze(Object.assign(new Thing(), { id: "1", hidden: "h" }));

@Resolver(() => Thing)
class ThingResolver {
  @Query(() => Thing, { nullable: true, description: "The thing." })
  thing(): Thing {
    return view;
  }

  @FieldResolver(() => String, { description: "What the view keeps to itself." })
  told(@Root() thing: Thing): string {
    return `${thing.hidden} of a ${thing.constructor.name}`;
  }
}

test("the same frozen view answers the root and, twice in one request, a reference", async () => {
  const { schema } = await buildSubgraph({
    resolvers: [ThingResolver],
    orphanedTypes: [],
    references: { Thing: () => Promise.resolve(view) },
  });
  const things = await graphql({
    schema,
    source: `{
      thing { id told }
      _entities(representations: [{ __typename: "Thing", id: "1" }, { __typename: "Thing", id: "1" }]) { ... on Thing { id told } }
    }`,
  });
  const thing = { id: "1", told: "h of a Thing" };
  expect(JSON.parse(JSON.stringify(things))).toEqual({ data: { thing, _entities: [thing, thing] } });
});
