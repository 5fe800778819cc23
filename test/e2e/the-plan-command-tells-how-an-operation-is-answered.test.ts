import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { corespond } from "./harness/startCommand";

const supergraph = path.resolve(__dirname, "../../schema/supergraph.graphql");

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "corespond-plan-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function planned(document: string): Promise<readonly [number | null, string]> {
  const file = path.join(folder, "operation.graphql");
  await writeFile(file, document);
  const command = corespond(["plan", "--supergraph", supergraph, "--operation", file], {});
  return [await command.ended(), command.output()];
}

test("it prints the plan and the requests to slices", async () => {
  const [status, output] = await planned("{ __typename organizations(first: 1) { edges { node { id } } } }");
  expect(output).toMatch(/^QueryPlan \{\n/);
  expect(output).toContain("1 request to slices in 1 stage.\n\nStage 1\n\n  resources: root fields\n");
  expect(status).toBe(0);
});

test("it says where a document is wrong, and ends with 1", async () => {
  const [status, output] = await planned("{ organisations }");
  expect(output).toContain('Cannot query field "organisations" on type "Query".');
  expect(status).toBe(1);
});
