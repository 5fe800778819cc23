import { composeServices } from "@apollo/composition";
import { GraphQLError, parse } from "graphql";

import { startForeignSlice, type ForeignSlice } from "./foreignSlice";

const link = (names: string): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${names}])`;

const products = `
  ${link('"@key", "@authenticated"')}
  type Query {
    products(first: Int = 2): [Product!]
    broken: String
    staffOnly: String @authenticated
  }
  type Mutation { rename(upc: ID!, name: String!): Product }
  type Product @key(fields: "upc") { upc: ID!  name: String }
`;

const reviews = `
  ${link('"@key"')}
  type Product @key(fields: "upc") { upc: ID!  reviews: [Review!] }
  type Review { body: String }
`;

const names = new Map([
  ["1", "Table"],
  ["2", "Chair"],
]);

/** How a test may hold the reviews back. */
export type BeforeReviews = () => Promise<void>;

/** Starts the two slices of a shop that knows nothing of this house. */
export async function startShopSlices(beforeReviews: BeforeReviews = async () => {}): Promise<readonly ForeignSlice[]> {
  const named = (upc: string) => ({ upc, name: names.get(upc) });
  return await Promise.all([
    startForeignSlice({
      name: "products",
      sdl: products,
      path: "/deep/products",
      resolvers: {
        Query: {
          products: () => ["1", "2"].map(named),
          broken: () => {
            throw new GraphQLError("The press is down.", { extensions: { code: "PRESS_DOWN", press: 7 } });
          },
          staffOnly: () => "open",
        },
        Mutation: { rename: (_: unknown, { upc, name }: { upc: string; name: string }) => ({ upc, name }) },
        Product: { __resolveReference: ({ upc }: { readonly upc: string }) => named(upc) },
      },
    }),
    startForeignSlice({
      name: "reviews",
      sdl: reviews,
      resolvers: {
        Product: {
          __resolveReference: async ({ upc }: { readonly upc: string }) => {
            await beforeReviews();
            return { upc };
          },
          reviews: ({ upc }: { readonly upc: string }) => [{ body: `Review of ${upc}` }],
        },
      },
    }),
  ]);
}

/** Composes slices as Apollo does; `search` goes into each URL, which has to reach the slice whole. */
export function composedOf(slices: readonly ForeignSlice[], search = ""): string {
  const result = composeServices(
    slices.map(({ name, sdl, url }) => ({ name, url: `${url}${search}`, typeDefs: parse(sdl) })),
  );
  if (result.supergraphSdl === undefined) throw new Error(result.errors.map(({ message }) => message).join("\n"));
  return result.supergraphSdl;
}
