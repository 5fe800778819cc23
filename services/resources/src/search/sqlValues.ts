/** The values of a statement that is put together from parts, each of which needs some. */
export class SqlValues {
  readonly values: unknown[] = [];

  /** `before` parameters are taken already. */
  constructor(private readonly before: number) {}

  /** Adds a value and answers its placeholder, `$n`. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${String(this.before + this.values.length)}`;
  }
}
