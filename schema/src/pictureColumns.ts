import type { PictureEntity, PictureSlice } from "./pictureContent";
import { sliceClass } from "./pictureStyle";
import { escapeXml, textWidth, wrapWords } from "./pictureText";

/** Where a slice's column stands. */
export interface Column {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly slice: string;
}

/** Drawn marks and the height that they take. */
export interface Drawn {
  readonly svg: string;
  readonly height: number;
}

/** The slices in order of their colours. */
export type SliceOrder = readonly string[];

const padding = 12;
const small = 11.5;
const lineHeight = 16;

/** The inside of a slice's box: its name, its entities with keys, its small types. */
export function drawColumn(slice: PictureSlice, column: Column, order: SliceOrder): Drawn {
  const { y: top } = column;
  const inner = { ...column, x: column.x + padding, width: column.width - 2 * padding };
  const colour = sliceClass(order.indexOf(slice.name));
  const parts = [
    `<text class="${colour} b" x="${inner.x}" y="${top + 28}" font-size="18">${escapeXml(slice.name)}</text>`,
    `<text class="muted" x="${inner.x}" y="${top + 46}" font-size="${small}">${escapeXml(slice.roots)}</text>`,
  ];
  let y = top + 58;
  for (const entity of slice.entities) {
    const card = drawCard(entity, { ...inner, y }, order);
    parts.push(card.svg);
    y += card.height + 6;
  }
  const values = drawSmallTypes(slice, { ...inner, y: y + 4 });
  return { svg: [...parts, values.svg].join("\n"), height: y + 4 + values.height + padding - top };
}

function drawCard(entity: PictureEntity, { x, y, width, slice }: Column, order: SliceOrder): Drawn {
  const keys = entity.keys.join(" · ");
  const beside = textWidth(entity.name, 14) + textWidth(keys, small) + 34 <= width;
  const keyAt = beside ? `x="${x + width - 10}" y="${y + 19}" text-anchor="end"` : `x="${x + 12}" y="${y + 35}"`;
  const first = beside ? 19 : 35;
  const added = drawAdded(entity, { x: x + 12, y: y + first + 1, width: width - 20, slice }, order);
  const height = first + 9 + added.height;
  return {
    height,
    svg: [
      `<rect class="card" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>`,
      `<rect class="${sliceClass(order.indexOf(slice))}" x="${x}" y="${y + 6}" width="3" height="${height - 12}" rx="1.5"/>`,
      `<text class="ink b" x="${x + 12}" y="${y + 19}" font-size="14">${escapeXml(entity.name)}</text>`,
      `<text class="muted mono" ${keyAt} font-size="11">${escapeXml(keys)}</text>`,
      added.svg,
    ].join("\n"),
  };
}

/** The fields that other slices add to an entity, each in the colour of its slice. */
function drawAdded({ added }: PictureEntity, { x, y, width }: Column, order: SliceOrder): Drawn {
  const colours = new Map(
    added.map(({ coordinate, from }) => [`+ ${coordinate.split(".")[1] ?? ""}`, sliceClass(order.indexOf(from))]),
  );
  const separator = "   ";
  const lines = wrapWords([...colours.keys()], { width, fontSize: small, separator });
  const svg = lines.map((line, row) => {
    const words = line.map((word) => `<tspan class="${colours.get(word) ?? ""}">${escapeXml(word)}</tspan>`);
    return smallText(words.join(separator), x, y + (row + 1) * lineHeight);
  });
  return { svg: svg.join("\n"), height: lines.length * lineHeight };
}

function drawSmallTypes(slice: PictureSlice, { x, y, width }: Column): Drawn {
  const set = (words: readonly string[], separator: string) =>
    wrapWords(words, { width, fontSize: small, separator }).map((line) => line.join(separator));
  const lines = [...set(slice.values, "  "), ...set(slice.rest === "" ? [] : slice.rest.split(" · "), " · ")];
  const svg = lines.map((line, row) => smallText(escapeXml(line), x, y + 14 + row * lineHeight));
  return { svg: svg.join("\n"), height: lines.length * lineHeight };
}

function smallText(content: string, x: number, y: number): string {
  return `<text class="muted" xml:space="preserve" x="${x}" y="${y}" font-size="${small}">${content}</text>`;
}
