import type { AnswerPath } from "./entityPaths";

interface Place {
  readonly below: Map<string | number, Place>;
  /** Whether something was told of this very place. */
  told: boolean;
}

/** Where slices told that something failed. */
export class ToldPlaces {
  private readonly root: Place = { below: new Map(), told: false };

  /** No path stands for the whole answer. */
  add(path: AnswerPath = []): void {
    let place = this.root;
    for (const key of path) {
      const next = place.below.get(key) ?? { below: new Map<string | number, Place>(), told: false };
      place.below.set(key, next);
      place = next;
    }
    place.told = true;
  }

  /** Whether what was told explains that something is missing: it was told of that place, on the way to it or below it. */
  explain(path: AnswerPath = []): boolean {
    let place: Place | undefined = this.root;
    for (const key of path) {
      if (place.told) return true;
      place = place.below.get(key);
      if (!place) return false;
    }
    return true;
  }
}
