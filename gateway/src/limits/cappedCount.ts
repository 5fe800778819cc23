/** Adds and multiplies counts that a hostile document can drive beyond what a number holds. */
export const cappedCount = {
  add: (left: number, right: number): number => Math.min(left + right, Number.MAX_SAFE_INTEGER),
  multiply: (left: number, right: number): number => Math.min(left * right, Number.MAX_SAFE_INTEGER),
} as const;
