import { Directive, Field, ObjectType } from "type-graphql";

/** Relay's page information. */
@Directive("@shareable")
@ObjectType({ description: "Where a page stands in its list (Relay Cursor Connections).", simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more items follow this page." })
  readonly hasNextPage: boolean;

  @Field(() => Boolean, { description: "Whether items precede this page." })
  readonly hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: "The cursor of the page's first item; null on an empty page." })
  readonly startCursor: string | null;

  @Field(() => String, { nullable: true, description: "The cursor of the page's last item; null on an empty page." })
  readonly endCursor: string | null;
}
