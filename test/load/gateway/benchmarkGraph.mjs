/**
 * The graph of the public federation benchmark: who wrote which review of which product, kept by four slices. Each slice's
 * schema is as a team would write it; the data is made up here.
 */

const link = (...names) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [${names.map((name) => `"@${name}"`).join(", ")}])\n`;

export const sliceSchemas = {
  accounts: `${link("key", "shareable")}
type Query { me: User  user(id: ID!): User  users: [User] }
type User @key(fields: "id") { id: ID!  name: String  username: String @shareable  birthday: Int }`,
  inventory: `${link("key", "external", "requires")}
type Product @key(fields: "upc") {
  upc: String!
  weight: Int @external
  price: Int @external
  inStock: Boolean
  shippingEstimate: Int @requires(fields: "price weight")
}`,
  products: `${link("key")}
type Query { topProducts(first: Int = 5): [Product] }
type Product @key(fields: "upc") { upc: String!  name: String  price: Int  weight: Int }`,
  reviews: `${link("key", "external", "provides")}
type Review @key(fields: "id") { id: ID!  body: String  product: Product  author: User @provides(fields: "username") }
type User @key(fields: "id") { id: ID!  username: String @external  reviews: [Review] }
type Product @key(fields: "upc") { upc: String!  reviews: [Review] }`,
};

/** What the benchmark asks. */
export const benchmarkQuery = `fragment User on User { id username name }
fragment Review on Review { id body }
fragment Product on Product { inStock name price shippingEstimate upc weight }
query Benchmark {
  users {
    ...User
    reviews { ...Review product { ...Product
      reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } } }
  }
  topProducts {
    ...Product
    reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
  }
}`;

/** A document like no other that asks for the same: each has to be planned anew. */
export const distinctQuery = (number) =>
  benchmarkQuery.replace("  users {", `  all${number}: users {`).replace("query Benchmark", `query Benchmark${number}`);

const users = ["Ada", "Bela", "Cara", "Dov", "Edda", "Finn"].map((given, index) => ({
  ...{ __typename: "User", id: `${index + 1}`, name: `${given} Testperson`, username: given.toLowerCase() },
  birthday: 631_152_000 + index * 86_400,
}));

const goods = [
  ["Table", 899, 100, true],
  ["Couch", 1299, 1000, false],
  ["Glass", 15, 20, false],
  ["Chair", 499, 100, false],
  ["Shelf", 1299, 1000, true],
  ["Lamp", 6999, 300, true],
  ["Grill", 3999, 2000, true],
];
const products = goods.map(([name, price, weight], index) => ({
  ...{ __typename: "Product", upc: `${index + 1}` },
  ...{ name, price, weight },
}));

const words =
  "a table that holds what it promised and came on the day it was said to come by two who knew their trade".split(" ");
const textOf = (length, start) => {
  let text = "";
  for (let at = start; text.length < length; at += 1) text += `${words[at % words.length]} `;
  return `${text.slice(0, length - 1)}.`;
};

/** The product and the length, in characters, of each review. */
const written = [
  ...[1, 2].flatMap((product) => [446, 290, 275, 145].map((length) => [product, length])),
  ...[
    [3, 145],
    [4, 145],
    [4, 846],
  ],
];
const reviews = written.map(([product, length], index) => ({
  ...{ __typename: "Review", id: `${index + 1}`, body: textOf(length, index) },
  product: () => reviewed(product),
  author: () => writer(users[0].id),
}));
const reviewed = (upc) => ({
  ...{ __typename: "Product", upc: `${upc}` },
  reviews: () => reviews.filter((_, index) => written[index][0] === Number(upc)),
});
const writer = (id) => ({
  ...{ __typename: "User", id, username: users[Number(id) - 1]?.username },
  reviews: () => reviews.slice(0, 2),
});

const estimate = ({ price, weight }) => (price > 1000 ? 0 : Math.trunc(weight / 2));

/** What each slice answers: its root fields, and the entity that a representation stands for. */
export const sliceData = {
  accounts: {
    root: { me: () => users[0], user: ({ id }) => users[Number(id) - 1], users: () => users },
    entity: ({ id }) => users[Number(id) - 1],
  },
  inventory: {
    root: {},
    entity: (known) => ({
      ...{ __typename: "Product", upc: known.upc, price: known.price, weight: known.weight },
      inStock: goods[Number(known.upc) - 1][3],
      shippingEstimate: () => estimate(known),
    }),
  },
  products: {
    root: { topProducts: ({ first }) => products.slice(0, first) },
    entity: ({ upc }) => products[Number(upc) - 1],
  },
  reviews: {
    root: {},
    entity: ({ __typename, ...key }) =>
      ({
        User: () => writer(key.id),
        Product: () => reviewed(key.upc),
        Review: () => reviews[Number(key.id) - 1],
      })[__typename](),
  },
};
