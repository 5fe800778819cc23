import type { RunningEngine } from "./engine";
import { fixtures } from "./fixtures";
import { placesOf } from "./placesOf";
import { startOverHttp } from "./startOverHttp";

/** A fixture of each kind of path through the server: entities, errors, inputs, names, mutations, introspection. */
const sample = [
  "several keys",
  "nulls that spread",
  "enums and inputs that differ",
  "names that mean something elsewhere",
  "mutations in order",
  "names of types and introspection",
  "values from several heights above",
];

describe.each(fixtures.filter(({ name }) => sample.includes(name)))("$name", (fixture) => {
  let gateway: RunningEngine;

  beforeAll(async () => {
    gateway = await startOverHttp(fixture);
  });

  afterAll(async () => {
    await gateway.stop();
  });

  test.each(fixture.cases)("$name", async ({ query, variables, data, errors = [] }) => {
    const answer = await gateway.execute({ query, variables });
    expect({ data: answer.data, errors: placesOf(answer.errors) }).toEqual({ data, errors });
  });
});
