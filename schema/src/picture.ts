import { drawColumn } from "./pictureColumns";
import type { Column, Drawn } from "./pictureColumns";
import { pictureContent } from "./pictureContent";
import type { PictureContent } from "./pictureContent";
import { drawLanes, platedText } from "./pictureLanes";
import type { Arrow, Lifelines } from "./pictureLanes";
import { pictureStyle, sliceClass } from "./pictureStyle";
import { escapeXml, wrapWords } from "./pictureText";
import { supergraphModel } from "./supergraphModel";

const width = 1000;
const margin = 20;
const gap = 14;

/**
 * The supergraph as an SVG for the README: a box per slice with its types, and below it the slice's line, between which
 * one arrow per row shows what crosses. Rows instead of free routing keep every label legible however many there are.
 */
export function picture(supergraphSdl: string): string {
  const content = pictureContent(supergraphModel(supergraphSdl));
  const columns = columnsOf(content);
  const order = content.slices.map(({ name }) => name);
  const boxes = content.slices.map((slice, index) => drawColumn(slice, columns[index] as Column, order));
  const boxHeight = Math.max(0, ...boxes.map(({ height }) => height));
  const lanes = drawSections(content, lifelinesOf(columns), margin + boxHeight);
  const bottom = margin + boxHeight + lanes.height;
  const shared = drawShared(content, bottom);
  return framed(content, bottom + shared.height + margin, [
    ...columns.map((column, index) => drawFrame(column, sliceClass(index), { boxHeight, bottom })),
    ...boxes.map(({ svg }) => svg),
    lanes.svg,
    shared.svg,
  ]);
}

function framed(content: PictureContent, exactHeight: number, parts: readonly string[]): string {
  const height = Math.ceil(exactHeight);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">The supergraph: ${escapeXml(content.slices.map(({ name }) => name).join(", "))}</title>`,
    `<desc id="description">${escapeXml(describe(content))}</desc>`,
    `<style>${pictureStyle()}</style>`,
    `<rect class="ground" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="12"/>`,
    ...parts.filter((part) => part !== ""),
    "</svg>",
  ].join("\n")}\n`;
}

function columnsOf({ slices }: PictureContent): readonly Column[] {
  const columnWidth = (width - 2 * margin - (slices.length - 1) * gap) / slices.length;
  return slices.map(({ name }, index) => ({
    x: margin + index * (columnWidth + gap),
    y: margin,
    width: columnWidth,
    slice: name,
  }));
}

function lifelinesOf(columns: readonly Column[]): Lifelines {
  return new Map(columns.map((column, index) => [column.slice, { x: middleOf(column), index }]));
}

function middleOf({ x, width: columnWidth }: Column): number {
  return Math.round(x + columnWidth / 2);
}

function drawFrame(
  column: Column,
  colour: string,
  { boxHeight, bottom }: { readonly boxHeight: number; readonly bottom: number },
): string {
  return [
    `<path class="${colour} line life" d="M${middleOf(column)} ${column.y + boxHeight}V${bottom}"/>`,
    `<rect class="${colour} tint" stroke="currentColor" x="${column.x}" y="${column.y}" width="${column.width}" height="${boxHeight}" rx="10"/>`,
  ].join("\n");
}

function drawSections(content: PictureContent, lifelines: Lifelines, top: number): Drawn {
  const added: readonly Arrow[] = content.contributions.map(({ coordinate, from, to, requires }) => ({
    from,
    to,
    labels: [coordinate],
    note: requires === undefined ? undefined : `needs ${requires}`,
    broken: false,
  }));
  const pointing: readonly Arrow[] = content.references.map(({ from, to, coordinates, target }) => ({
    from,
    to,
    labels: [...coordinates.slice(0, -1), `${coordinates.at(-1) ?? ""} → ${target}`],
    note: undefined,
    broken: true,
  }));
  const first = drawSection("Fields that a slice adds to another slice’s entity", top, (y) =>
    drawLanes(added, lifelines, y),
  );
  const next = top + first.height;
  const second = drawSection("Fields that point at another slice’s entity", next, (y) =>
    drawLanes(pointing, lifelines, y),
  );
  return { svg: `${first.svg}\n${second.svg}`, height: first.height + second.height };
}

function drawSection(heading: string, top: number, draw: (top: number) => Drawn): Drawn {
  const lanes = draw(top + 46);
  if (lanes.height === 0) return { svg: "", height: 0 };
  const title = platedText(heading, { x: margin, y: top + 32, size: 14, mark: "ink b" });
  return { svg: `${title}\n${lanes.svg}`, height: 46 + lanes.height };
}

function drawShared({ shared }: PictureContent, top: number): Drawn {
  if (shared.length === 0) return { svg: "", height: 0 };
  const words = ["Declared alike by several slices:", ...shared];
  const lines = wrapWords(words, { width: width - 2 * margin, fontSize: 11.5, separator: "  " });
  const svg = lines.map(
    (line, row) =>
      `<text class="muted" xml:space="preserve" x="${margin}" y="${top + 22 + row * 16}" font-size="11.5">${escapeXml(line.join("  "))}</text>`,
  );
  return { svg: svg.join("\n"), height: 12 + lines.length * 16 };
}

function describe({ slices, contributions }: PictureContent): string {
  const owned = slices.map(({ name, entities }) => `${name} owns ${entities.map((entity) => entity.name).join(", ")}.`);
  const added = contributions.map(({ from, coordinate }) => `${from} adds ${coordinate}.`);
  return [...owned, ...added].join(" ");
}
