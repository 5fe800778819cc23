/** What a name is counted under that gets no place of its own. */
export const otherName = "other";

const plainName = /^[\w.:/-]{1,100}$/;

/**
 * Names from outside, as labels: so many are kept apart, by who came first, and all later ones are one. Otherwise whoever
 * makes up names could fill the memory of the gateway and of whatever reads its metrics.
 */
export class BoundedNames {
  readonly #known = new Set<string>();

  constructor(private readonly most: number) {}

  /** The name, or `other` where it is no plain one, or comes when all places are taken. */
  label(name: string): string {
    if (this.#known.has(name)) return name;
    if (this.#known.size >= this.most || !plainName.test(name)) return otherName;
    this.#known.add(name);
    return name;
  }
}
