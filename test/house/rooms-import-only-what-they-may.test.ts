import { readdirSync } from "node:fs";
import path from "node:path";

import { ESLint, type Linter } from "eslint";

const root = path.resolve(__dirname, "../..");
const { boundaryRules } = jest.requireActual<{ boundaryRules: Linter.Config }>("../../eslint.boundaries.js");
const { parser } = jest.requireActual<{ parser: Linter.Parser }>("typescript-eslint");

const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [{ files: ["**/*.ts"], languageOptions: { parser } }, boundaryRules],
});

/** What the boundaries say of one import written in that file, which need not exist. */
async function objections(file: string, specifier: string): Promise<readonly string[]> {
  const code = `import { thing } from "${specifier}";\nthing();\n`;
  const results = await eslint.lintText(code, { filePath: path.join(root, file) });
  return results.flatMap((result) => result.messages.map((message) => message.ruleId ?? message.message));
}

/** A table's file that exists, for the boundaries must find what a relative import names. */
const row = readdirSync(path.join(root, "services"), { recursive: true, encoding: "utf8" }).find(
  (file) => file.includes(`${path.sep}src${path.sep}`) && file.endsWith(".row.ts"),
);

const forbidden = ["boundaries/dependencies"];

describe("a room imports only what it may", () => {
  test.each([
    ["a service", "services/people/src/person/person.service.ts", "@corespond/kit"],
    ["the gateway", "gateway/src/plan.ts", "@corespond/kit"],
    ["the hub, a service", "hub/src/slices.ts", "@corespond/people"],
    ["the hub, the gateway", "hub/src/start.ts", "@corespond/gateway"],
    ["a client, the contract", "clients/sdk/src/client.ts", "@corespond/schema"],
    ["a test, everything", "test/e2e/journey.test.ts", "@corespond/referrals"],
    ["a test, what kit offers to tests", "services/people/src/person/person.test.ts", "@corespond/kit/testing"],
    ["anyone, a library", "services/people/src/person/person.service.ts", "pg"],
  ])("%s: %s may import %s", async (_who, file, specifier) => {
    expect(await objections(file, specifier)).toEqual([]);
  });

  test.each([
    ["a service, another service", "services/people/src/person/person.service.ts", "@corespond/agencies"],
    ["a service, the gateway", "services/people/src/main.ts", "@corespond/gateway"],
    ["a service, the hub", "services/people/src/main.ts", "@corespond/hub"],
    ["a service, the inside of kit", "services/people/src/main.ts", "@corespond/kit/src/graph/cursor"],
    ["a service, the build of kit", "services/people/src/main.ts", "@corespond/kit/dist/index.js"],
    ["a service, kit by a path", "services/people/src/main.ts", "../../kit/src/index"],
    ["a service, what kit offers to tests", "services/people/src/main.ts", "@corespond/kit/testing"],
    ["the gateway, a service", "gateway/src/plan.ts", "@corespond/people"],
    ["kit, a service", "services/kit/src/index.ts", "@corespond/people"],
    ["the contract, a service", "schema/src/compose.ts", "@corespond/people"],
    ["a client, kit", "clients/sdk/src/client.ts", "@corespond/kit"],
  ])("%s: %s may not import %s", async (_who, file, specifier) => {
    expect(await objections(file, specifier)).toEqual(forbidden);
  });

  describe("and a row stays with those who guard it", () => {
    const beside = (suffix: string): string => path.join("services", String(row).replace(/\.row\.ts$/, suffix));
    const specifier = `./${path.basename(String(row), ".ts")}`;

    it("finds a row to try it on", () => {
      expect(row).toBeDefined();
    });

    test.each([".loader.ts", ".service.ts", ".policy.ts", ".test.ts"])("*%s may import it", async (suffix) => {
      expect(await objections(beside(suffix), specifier)).toEqual([]);
    });

    test.each([".resolver.ts", ".mutations.ts", ".type.ts", ".inputs.ts", ".status.ts"])(
      "*%s may not import it",
      async (suffix) => {
        expect(await objections(beside(suffix), specifier)).toEqual(forbidden);
      },
    );
  });
});
