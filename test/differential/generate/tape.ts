/**
 * Choices read from a list of numbers. Where the list ends every choice is the first, which is always the plainest: what a
 * shorter list of smaller numbers decides is smaller, so that a violation shrinks.
 */
export class Tape {
  private at = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** A number from 0 to below `count`. */
  below(count: number): number {
    const number = this.numbers[this.at] ?? 0;
    this.at += 1;
    return number % count;
  }

  /** One of the choices. */
  one<T>(choices: readonly T[]): T {
    const [first] = choices;
    if (first === undefined) throw new RangeError("There is nothing to choose from.");
    return choices[this.below(choices.length)] ?? first;
  }

  /** True once in so many. */
  oneIn(count: number): boolean {
    return this.below(count) === count - 1;
  }
}
