/** Estimated advance of one character, in em, of the system's sans serif; wide enough for every one of them. */
const advance = 0.56;

/** How a run of words is set. */
export interface Setting {
  readonly width: number;
  readonly fontSize: number;
  /** What stands between two words of a line. */
  readonly separator: string;
}

/** Text made safe inside SVG. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Estimated width of a text in pixels: an SVG cannot ask the reader's fonts. */
export function textWidth(text: string, fontSize: number): number {
  return text.length * fontSize * advance;
}

/** Breaks words into lines no wider than asked for; a word that is too wide stands alone. */
export function wrapWords(
  words: readonly string[],
  { width, fontSize, separator }: Setting,
): readonly (readonly string[])[] {
  const lines: string[][] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth([...line, word].join(separator), fontSize) <= width) line.push(word);
    else lines.push([word]);
  }
  return lines;
}
