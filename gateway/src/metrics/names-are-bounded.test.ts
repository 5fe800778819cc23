import { assert, array, property, record, string } from "fast-check";

import { BoundedLabels } from "./boundedLabels";

const bounds = { clients: 3, operationsPerClient: 4, operations: 8 };

test("whatever is asked, there are no more labels than bounds say, and a known pair keeps its own", () => {
  const name = string({ minLength: 1, maxLength: 3 });
  assert(
    property(array(record({ client: name, operation: name }), { maxLength: 200 }), (requests) => {
      const labels = new BoundedLabels(bounds);
      const given = requests.map((request) => labels.of(request));
      const others = given.filter(({ operation }) => operation !== "other");
      expect(new Set(given.map(({ client }) => client)).size).toBeLessThanOrEqual(bounds.clients + 1);
      expect(new Set(others.map((each) => JSON.stringify(each))).size).toBeLessThanOrEqual(bounds.operations);
      expect(requests.map((request) => labels.of(request))).toEqual(
        requests.map((request, index) => (given[index]?.operation === "other" ? labels.of(request) : given[index])),
      );
    }),
  );
});

test("a client that makes up names takes no place from another", () => {
  const labels = new BoundedLabels(bounds);
  const made = Array.from({ length: 50 }, (_, index) => labels.of({ client: "noisy", operation: `Op${index}` }));
  expect(new Set(made.map(({ operation }) => operation))).toEqual(new Set(["Op0", "Op1", "Op2", "Op3", "other"]));
  expect(labels.of({ client: "console", operation: "Cases" })).toEqual({ client: "console", operation: "Cases" });
});

test.each(["Case123456", "Person_0190a1b2c3", "p9f86d081", `A${"a".repeat(100)}`])(
  "%s may hold an id or is too long, and gets no place",
  (operation) => {
    expect(new BoundedLabels().of({ client: "console", operation }).operation).toBe("other");
  },
);

test.each(["FirstOpenReferrals", "Top10", "Board2026", "_q"])("%s is an operation's name", (operation) => {
  expect(new BoundedLabels().of({ client: "console", operation }).operation).toBe(operation);
});

test("an application that its issuer knows by a UUID is told apart", () => {
  const client = "0f8fad5b-d9cb-469f-a165-70867728950e";
  expect(new BoundedLabels().of({ client, operation: "Cases" }).client).toBe(client);
});
