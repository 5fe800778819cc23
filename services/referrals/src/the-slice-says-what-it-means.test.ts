import { isEnumType, parse, visit, type ASTNode } from "graphql";

import { buildSubgraph } from "@corespond/kit";

import { printSubgraphSdl } from "./index";
import { codeDomains } from "./migrations/codeDomains";
import { referralsSlice } from "./subgraph";

/** Codes of the graph, and the domain of the database that must hold the same. */
const domains = {
  ReferralStatus: "referral_status",
  ReferralReason: "referral_reason",
  ReferralUrgency: "referral_urgency",
  ReferralSource: "referral_source",
  StatusReasonCode: "status_reason_code",
  ReferralOutcome: "referral_outcome",
  LegalBasis: "legal_basis",
  AgeBand: "age_band",
  ContactKind: "contact_kind",
  ContactResult: "contact_result",
  ReferralEventKind: "referral_event_kind",
};

test.each(Object.entries(domains))("the database keeps every code of %s", async (name, domain) => {
  const { schema } = await buildSubgraph(referralsSlice.graph);
  const type = schema.getType(name);
  const codes = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  const [, list = ""] =
    new RegExp(`CREATE DOMAIN ${domain} AS text CHECK \\(VALUE IN([^;]*)\\);`).exec(codeDomains) ?? [];
  expect(list.match(/[A-Z][A-Z_0-9]+/g)?.sort()).toEqual(codes.sort());
});

test("everything that the slice owns in the graph is described, and nothing of others is", async () => {
  const undescribed: string[] = [];
  const described: string[] = [];
  const nameOf = (node: ASTNode): string =>
    "name" in node && node.name && "value" in node.name ? node.name.value : "?";
  const isStub = (node: ASTNode): boolean =>
    "directives" in node && (node.directives?.some(({ name }) => name.value === "extends") ?? false);
  const stubs = new Set(["Person", "Agency", "StaffMember", "Service", "Organization"]);
  const roots = new Set(["Query", "Mutation"]);
  visit(parse(await printSubgraphSdl()), {
    enter(node, _key, _parent, _path, ancestors) {
      if (!/Definition$/.test(node.kind) || node.kind === "SchemaDefinition" || node.kind === "Document") return;
      const owner = [...ancestors]
        .reverse()
        .find(
          (ancestor): ancestor is ASTNode =>
            !Array.isArray(ancestor) && "kind" in ancestor && ancestor.kind === "ObjectTypeDefinition",
        );
      const ofOthers =
        isStub(node) ||
        (owner !== undefined && stubs.has(nameOf(owner)) && ["id", "recordId", "recordIds"].includes(nameOf(node)));
      const told = "description" in node && node.description !== undefined;
      if (ofOthers && told) described.push(nameOf(node));
      if (!ofOthers && !told && !roots.has(nameOf(node))) undescribed.push(nameOf(node));
    },
  });
  expect({ undescribed, described }).toEqual({ undescribed: [], described: [] });
});
