import type { FetchDataRewrite } from "../plan/queryPlan";
import { isPlainObject, own, put, type PlainObject } from "./plainObject";
import { conditionOf, meets } from "./typeCondition";
import type { TypeLattice } from "./typeLattice";

/** Changes what a slice answered, before it is merged. */
export type OutputRewrite = (answered: unknown) => void;

/** Compiles one rewrite of a slice's answer. Where an object does not say its type, a condition on it holds. */
export function outputRewrite({ path, ...change }: FetchDataRewrite, types: TypeLattice): OutputRewrite {
  const last = path.at(-1) ?? "";
  const apply = (object: PlainObject): void => {
    if (change.kind === "ValueSetter") put(object, last, change.setValueTo);
    else {
      const value = own(object, last);
      if (value === undefined) return;
      put(object, change.renameKeyTo, value);
      delete object[last];
    }
  };
  return path
    .slice(0, -1)
    .reduceRight<OutputRewrite>((below, element) => step(element, below, types), onObjects(apply));
}

function onObjects(apply: (object: PlainObject) => void): OutputRewrite {
  const visit: OutputRewrite = (value) => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isPlainObject(value)) apply(value);
  };
  return visit;
}

function step(element: string, below: OutputRewrite, types: TypeLattice): OutputRewrite {
  const condition = conditionOf(element);
  return onObjects((object) => {
    if (condition === null) below(own(object, element));
    else if (meets(object, condition, types)) below(object);
  });
}
