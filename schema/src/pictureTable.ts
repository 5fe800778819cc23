import { pictureContent } from "./pictureContent";
import type { PictureContent, PictureSlice } from "./pictureContent";
import { supergraphModel } from "./supergraphModel";

/** The supergraph as Markdown tables: the picture's twin for readers who do not see pictures. */
export function pictureTable(supergraphSdl: string): string {
  const content = pictureContent(supergraphModel(supergraphSdl));
  return (
    [
      "# The supergraph in words",
      "The same as [the picture](supergraph.svg), generated from `schema/supergraph.graphql` by `corespond schema compose`.",
      ...content.slices.map(sliceSection),
      ...(content.shared.length > 0 ? [`Declared alike by several slices: ${codes(content.shared)}.`] : []),
      "## What a slice adds to another's entities",
      contributionTable(content),
      "## What points at another slice's entities",
      referenceTable(content),
    ].join("\n\n") + "\n"
  );
}

function sliceSection(slice: PictureSlice): string {
  const facts = [slice.roots, slice.rest].filter(Boolean).join(" · ");
  const rows = slice.entities.map(({ name, keys, added }) => [
    code(name),
    codes(keys),
    added.map(({ coordinate, from }) => `${code(coordinate.split(".")[1] ?? "")} (${from})`).join(", "),
  ]);
  return [
    `## ${slice.name}`,
    ...(facts ? [`${facts}.`] : []),
    ...(rows.length > 0 ? [table(["Entity", "Keys", "Fields that others add"], rows)] : []),
    ...(slice.values.length > 0 ? [`Value types: ${codes(slice.values)}.`] : []),
  ].join("\n\n");
}

function contributionTable({ contributions }: PictureContent): string {
  const rows = contributions.map(({ coordinate, type, requires, from, to }) => [
    code(coordinate),
    code(type),
    from,
    to,
    requires === undefined ? "" : code(requires),
  ]);
  return table(["Field", "Type", "Added by", "Owner", "Needs"], rows);
}

function referenceTable({ references }: PictureContent): string {
  const rows = references.map(({ coordinates, target, from, to }) => [codes(coordinates), from, code(target), to]);
  return table(["Fields", "Slice", "Entity", "Owner"], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function codes(names: readonly string[]): string {
  return names.map(code).join(", ");
}

function code(text: string): string {
  return `\`${text}\``;
}
