import { ConnectionArgs } from "@corespond/kit";
import { ArgsType, Field } from "type-graphql";

import { AgencyKind } from "./agency.kind";

/** Arguments of the list of agencies. */
@ArgsType()
export class AgenciesArgs extends ConnectionArgs {
  @Field(() => AgencyKind, { nullable: true, description: "Only agencies of this kind." })
  readonly kind?: AgencyKind | null;
}
