import { readFileSync } from "node:fs";
import path from "node:path";

import { policyMatrix, slices } from "@corespond/hub";
import { buildSubgraph, type AnyPolicy } from "@corespond/kit";
import { isObjectType, type GraphQLObjectType } from "graphql";

const document = readFileSync(path.resolve(__dirname, "../../docs/privacy.md"), "utf8");

test("docs/privacy.md says what the policies say", () => {
  expect(document.endsWith(policyMatrix(slices))).toBe(true);
});

test("a policy that rules fields rules every field that its slice gives the type", async () => {
  for (const { graph, policies } of slices) {
    const { schema } = await buildSubgraph(graph);
    for (const policy of policies.filter(({ fields }) => fields.length > 0)) {
      const type = schema.getType(policy.type);
      expect(isObjectType(type)).toBe(true);
      const fields = Object.values((type as GraphQLObjectType).getFields());
      const given = fields.filter(({ description }) => !refusedByRole.test(description ?? "")).map(({ name }) => name);
      expect([policy.type, ungoverned(policy, given)]).toEqual([policy.type, []]);
    }
  }
});

/** Fields that refuse every other role by an error are no matter of what is withheld on a record. */
const refusedByRole = /anybody else gets FORBIDDEN/;

const ungoverned = ({ fields }: AnyPolicy, given: readonly string[]): readonly string[] => {
  const ruled = new Set(fields.flatMap((rule) => rule.fields));
  return given.filter((field) => !ruled.has(field));
};
