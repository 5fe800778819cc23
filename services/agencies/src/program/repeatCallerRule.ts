/** From how many incidents in how many days somebody is a repeat caller. */
export interface RepeatCallerRule {
  readonly threshold: number;
  readonly days: number;
}

/**
 * The rule of a program that configures none: seven calls in a year, as the crisis response tools of police departments
 * have it. Others take 8 in 90 days, or more than 4 in a year.
 */
export const defaultRepeatCallerRule: RepeatCallerRule = { threshold: 7, days: 365 };
