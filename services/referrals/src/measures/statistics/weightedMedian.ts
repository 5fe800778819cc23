/** The value below and above which half of the weight lies; the middle of two where half lies exactly between them. Null without any. */
export function weightedMedian(values: readonly { readonly value: number; readonly weight: number }[]): number | null {
  const rising = [...values].sort((a, b) => a.value - b.value);
  const half = rising.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let below = 0;
  for (const [number, { value, weight }] of rising.entries()) {
    below += weight;
    if (below > half) return value;
    if (below === half) return (value + (rising[number + 1]?.value ?? value)) / 2;
  }
  return null;
}
