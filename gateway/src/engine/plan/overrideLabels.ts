import { Kind, visit, type DocumentNode } from "graphql";

/** The labels of a supergraph's progressive overrides (`@override(label:)`). */
export function overrideLabels(supergraph: DocumentNode): readonly string[] {
  const labels = new Set<string>();
  visit(supergraph, {
    [Kind.DIRECTIVE]: ({ name, arguments: given = [] }) => {
      if (name.value !== "join__field") return;
      for (const each of given)
        if (each.name.value === "overrideLabel" && each.value.kind === Kind.STRING) labels.add(each.value.value);
    },
  });
  return [...labels];
}
