/** A confidence interval, by its bounds. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The normal distribution's quantile at 0.975: all intervals here have a level of 95 %. */
export const normalQuantile = 1.959963984540054;
