import { latticeOf } from "../testing/planOf";
import type { FetchDataRewrite, RequiredSelection } from "../plan/queryPlan";
import type { PlainObject } from "./plainObject";
import { Representations, tellsAll, textOf } from "./representation";

const types = latticeOf("interface Item { upc: ID } type Product implements Item { upc: ID } type Film { id: ID }");

const field = (name: string, selections?: RequiredSelection[]): RequiredSelection => ({
  kind: "Field",
  name,
  ...(selections && { selections }),
});
const on = (typeCondition: string, ...selections: RequiredSelection[]): RequiredSelection => ({
  kind: "InlineFragment",
  typeCondition,
  selections,
});

const keyed = on("Product", field("__typename"), field("upc"));

function told(requires: readonly RequiredSelection[], entity: PlainObject, rewrites: readonly FetchDataRewrite[] = []) {
  const represent = new Representations("stock", { requires, inputRewrites: [...rewrites] }, types);
  const shape = represent.shapeOf(entity);
  const text = shape && textOf(shape, entity);
  if (text !== null) return JSON.parse(text) as unknown;
  const partial = represent.partialShapeOf(entity);
  const part = partial && textOf(partial, entity);
  return part === null ? null : { partly: JSON.parse(part) as unknown };
}

test("it is told the type and what is required, in that order, and nothing else", () => {
  const represent = new Representations("stock", { requires: [keyed] }, types);
  const entity = { upc: "1", name: "Table", __typename: "Product" };
  const shape = represent.shapeOf(entity);
  expect(shape && textOf(shape, entity)).toBe('{"__typename":"Product","upc":"1"}');
});

test("it is not told of a type that it is not asked about, nor of what does not say its type", () => {
  expect(told([keyed], { __typename: "Film", upc: "1" })).toBeNull();
  expect(told([keyed], { upc: "1" })).toBeNull();
});

test("what an interface requires holds for the types that implement it", () => {
  expect(told([on("Item", field("__typename"), field("upc"))], { __typename: "Product", upc: "1" })).toEqual({
    __typename: "Product",
    upc: "1",
  });
});

test("nested objects and lists are told of as far as they are required", () => {
  const requires = [on("Product", field("__typename"), field("makers", [field("name")]))];
  const entity = { __typename: "Product", makers: [{ name: "A", age: 4 }, null, { name: null }] };
  expect(told(requires, entity)).toEqual({ __typename: "Product", makers: [{ name: "A" }, null, { name: null }] });
});

test("requirements of one field are told together", () => {
  const requires = [
    on("Product", field("__typename"), field("maker", [field("name")])),
    on("Product", field("maker", [field("city")])),
  ];
  const entity = { __typename: "Product", maker: { name: "A", city: "B" } };
  expect(told(requires, entity)).toEqual(entity);
});

test("where one requirement is missing, the others are told", () => {
  const requires = [keyed, on("Product", field("price"))];
  expect(told(requires, { __typename: "Product", upc: "1" })).toEqual({ partly: { __typename: "Product", upc: "1" } });
  expect(told(requires, { __typename: "Product", upc: "1", price: null })).toEqual({
    __typename: "Product",
    upc: "1",
    price: null,
  });
  expect(told([keyed], { __typename: "Product" })).toBeNull();
});

test("a rewrite sets what the slice is told of the types that it is for", () => {
  const rewrite = (type: string): FetchDataRewrite => ({
    kind: "ValueSetter",
    path: [`... on ${type}`, "__typename"],
    setValueTo: "Item",
  });
  expect(told([keyed], { __typename: "Product", upc: "1" }, [rewrite("Product")])).toEqual({
    __typename: "Item",
    upc: "1",
  });
  expect(told([keyed], { __typename: "Product", upc: "1" }, [rewrite("Film")])).toMatchObject({
    __typename: "Product",
  });
});

test("a rewrite below a field reaches its objects", () => {
  const requires = [on("Product", field("__typename"), field("maker", [field("__typename"), field("name")]))];
  const entity = { __typename: "Product", maker: { __typename: "Person", name: "A" } };
  const rewrite: FetchDataRewrite = { kind: "ValueSetter", path: ["maker", "__typename"], setValueTo: "Maker" };
  expect(told(requires, entity, [rewrite])).toEqual({
    __typename: "Product",
    maker: { __typename: "Maker", name: "A" },
  });
});

test("a value goes under the name that the slice has for it", () => {
  const requires = [on("Product", field("__typename"), { kind: "Field", name: "argued_0", sentAs: "price" })];
  expect(told(requires, { __typename: "Product", argued_0: 5 })).toEqual({ __typename: "Product", price: 5 });
});

test("an entity with more than is told of it is not the same as another of its text", () => {
  const shape = new Representations("stock", { requires: [keyed] }, types).shapeOf({ __typename: "Product" });
  if (!shape) throw new Error("The type is asked about.");
  expect(tellsAll(shape, { __typename: "Product", upc: "1" })).toBe(true);
  expect(tellsAll(shape, { __typename: "Product", upc: "1", name: "Table" })).toBe(false);
});

test("what every object has is nothing that an entity holds", () => {
  const requires = [on("Product", field("__typename"), field("constructor"))];
  expect(told(requires, { __typename: "Product" })).toBeNull();
});
