import type { Drawn } from "./pictureColumns";
import { sliceClass } from "./pictureStyle";
import { escapeXml, textWidth, wrapWords } from "./pictureText";

/** One arrow between two slices, with what it says above and, smaller, below. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly labels: readonly string[];
  readonly note: string | undefined;
  /** Broken for a reference, solid for an added field. */
  readonly broken: boolean;
}

/** Where the line of each slice falls, and its place among the colours, by the slice's name. */
export type Lifelines = ReadonlyMap<string, { readonly x: number; readonly index: number }>;

const fontSize = 12.5;
const noteSize = 11;
const lineHeight = 16;

/** Arrows between the slices' lines, one below the other so that none crosses another. */
export function drawLanes(arrows: readonly Arrow[], lifelines: Lifelines, top: number): Drawn {
  let y = top;
  const parts: string[] = [];
  for (const arrow of arrows) {
    const lane = drawArrow(arrow, lifelines, y);
    parts.push(lane.svg);
    y += lane.height;
  }
  return { svg: parts.join("\n"), height: y - top };
}

/** A text on a plate of the ground's colour, so that a line behind it does not run through the letters. */
export function platedText(
  text: string,
  at: { readonly x: number; readonly y: number; readonly size: number; readonly mark: string },
): string {
  const { x, y, size, mark } = at;
  const width = textWidth(text, size) + 6;
  const centred = mark.includes("centred");
  const left = centred ? x - width / 2 : x;
  return [
    `<rect class="plate" x="${round(left)}" y="${round(y - size)}" width="${round(width)}" height="${round(size * 1.3)}"/>`,
    `<text class="${mark}" x="${x}" y="${y}" font-size="${size}">${escapeXml(text)}</text>`,
  ].join("\n");
}

function drawArrow({ from, to, labels, note, broken }: Arrow, lifelines: Lifelines, top: number): Drawn {
  const start = lifelines.get(from);
  const end = lifelines.get(to);
  if (start === undefined || end === undefined) return { svg: "", height: 0 };
  const direction = Math.sign(end.x - start.x);
  const x = (start.x + end.x) / 2;
  const lines = wrapWords(labels, { width: Math.abs(end.x - start.x) - 28, fontSize, separator: ", " });
  const y = top + lines.length * lineHeight + 8;
  const colour = sliceClass(start.index);
  const texts = lines.map((line, row) => {
    const text = line.join(", ") + (row < lines.length - 1 ? "," : "");
    return platedText(text, { x, y: top + 14 + row * lineHeight, size: fontSize, mark: "ink centred" });
  });
  return {
    height: lines.length * lineHeight + (note === undefined ? 18 : 30),
    svg: [
      ...texts,
      ...(note === undefined ? [] : [platedText(note, { x, y: y + 14, size: noteSize, mark: "muted centred" })]),
      `<path class="${colour} line${broken ? " soft" : ""}" d="M${start.x} ${y}H${end.x - direction * 7}"/>`,
      `<circle class="${colour}" cx="${start.x}" cy="${y}" r="4"/>`,
      `<path class="${colour}" d="M${end.x} ${y}l${-direction * 10} -5v10z"/>`,
    ].join("\n"),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
