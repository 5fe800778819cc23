/** A query of `levels` fragments that each spread the next one twice: written out it has 2^levels fields at the bottom. */
export function fragmentBomb(
  levels: number,
  fields = (spread: string): string => `one: a { ${spread} } two: a { ${spread} }`,
): string {
  const fragments = Array.from(
    { length: levels },
    (_, level) => `fragment F${level} on Query { ${fields(`...F${level + 1}`)} }`,
  );
  return `{ ...F0 } ${fragments.join("\n")} fragment F${levels} on Query { leaf }`;
}
