/** The value below which this share of sorted values lies. */
export const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** The middle one. */
export const median = (values) =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
