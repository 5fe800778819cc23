import type { ForeignSlice } from "./testing/foreignSlice";
import { composedOf, startShopSlices } from "./testing/shop";
import { startTestGateway, type TestGateway } from "./testing/startTestGateway";

const accept = "multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9";
const query = '{ products { name ... @defer(label: "reviews") { reviews { body } } } }';

let slices: readonly ForeignSlice[];
let gateway: TestGateway;
let release: () => void = () => undefined;
let held: Promise<void> = Promise.resolve();

beforeAll(async () => {
  slices = await startShopSlices(() => held);
  gateway = await startTestGateway(composedOf(slices));
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all(slices.map((slice) => slice.stop()));
});

const post = async (accepts: string, asked = query): Promise<Response> =>
  await fetch(gateway.url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: accepts },
    body: JSON.stringify({ query: asked }),
  });

const partsOf = (text: string): readonly unknown[] =>
  text
    .split(/\r\n---(?:--)?\r\n/)
    .map((part) => part.split("\r\n\r\n")[1])
    .filter((part) => part !== undefined)
    .map((part) => JSON.parse(part) as unknown);

test("what is not deferred comes while the rest is awaited", async () => {
  held = new Promise((resolve) => (release = resolve));
  const response = await post(accept);
  expect(response.headers.get("content-type")).toBe('multipart/mixed; boundary="-"; deferSpec=20220824');
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = decoder.decode((await reader.read()).value);
  expect(partsOf(`${text}\r\n---\r\n`)[0]).toEqual({
    data: { products: [{ name: "Table" }, { name: "Chair" }] },
    hasNext: true,
  });
  release();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) text += decoder.decode(chunk.value);
  const [, later] = partsOf(text);
  expect(later).toEqual({
    incremental: [0, 1].map((index) => ({
      data: { reviews: [{ body: `Review of ${String(index + 1)}` }] },
      path: ["products", index],
      label: "reviews",
    })),
    hasNext: false,
  });
});

test.each(["application/json", "*/*", "multipart/mixed, application/json"])(
  "who does not take such parts (%s) gets all at once",
  async (accepts) => {
    const response = await post(accepts);
    expect(await response.json()).toEqual({
      data: {
        products: [
          { name: "Table", reviews: [{ body: "Review of 1" }] },
          { name: "Chair", reviews: [{ body: "Review of 2" }] },
        ],
      },
    });
  },
);

test("what is deferred by no condition comes at once", async () => {
  const response = await post(accept, query.replace('label: "reviews"', "if: false"));
  expect(await response.json()).toMatchObject({ data: { products: [{ reviews: [{}] }, { reviews: [{}] }] } });
});
