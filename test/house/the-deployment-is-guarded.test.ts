import { readFileSync } from "node:fs";
import path from "node:path";

import { gatewayEnvironment, gatewaySliceEnvironment } from "@corespond/gateway";
import { slices } from "@corespond/hub";
import { sliceProcessEnvironment, sliceUrlVariable } from "@corespond/kit";
import { parse } from "yaml";

interface Container {
  readonly command?: readonly string[];
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly networks: readonly string[];
}

const root = path.join(__dirname, "../..");
const file = (name: string): string => readFileSync(path.join(root, name), "utf8");
const { services, networks } = parse(file("docker-compose.yml"), { merge: true }) as {
  readonly services: Readonly<Record<string, Container>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
};
const containers = Object.entries(services);
const sliceNames = slices.map(({ name }) => name);

test("there is one PostgreSQL, one container for each slice, and the gateway", () => {
  expect(Object.keys(services).toSorted()).toEqual(["gateway", "postgres", ...sliceNames].toSorted());
});

test.each(containers)("%s runs as no root, cannot write its image, and gains no rights", (_name, container) => {
  expect(container.user).toMatch(/^(node|postgres)$/);
  expect(container.read_only).toBe(true);
  expect(container.cap_drop).toEqual(["ALL"]);
  expect(container.security_opt).toContain("no-new-privileges:true");
  expect(container.healthcheck?.test[0]).toBe("CMD");
});

test("only the gateway is reached from outside, and only from its own machine", () => {
  expect(networks["inside"]?.internal).toBe(true);
  for (const [name, { ports, networks: joined }] of containers) {
    if (name === "gateway") expect(ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
    else expect([name, ports, joined]).toEqual([name, undefined, ["inside"]]);
  }
});

test("no secret stands in the file, and a missing one is an error before anything starts", () => {
  for (const [name, { environment }] of containers)
    for (const [variable, value] of Object.entries(environment))
      if (/PASSWORD|KEY|DATABASE_URL/.test(variable))
        expect([name, value]).toEqual([name, expect.stringContaining(":?}")]);
});

test.each(sliceNames)("%s gets its own database's two roles and no other slice's, and only what it reads", (name) => {
  const given = services[name]?.environment ?? {};
  const known = [
    ...Object.keys(sliceProcessEnvironment(name)),
    ...sliceNames.flatMap((other) => Object.keys(sliceUrlVariable(other))),
  ];
  expect(known).toEqual(expect.arrayContaining(Object.keys(given)));
  const upper = name.toUpperCase();
  expect(given[`${upper}_DATABASE_URL`]).toBe(
    `postgres://${name}_app:\${${upper}_APP_PASSWORD:?}@postgres:5432/${name}`,
  );
  expect(given[`${upper}_OWNER_DATABASE_URL`]).toBe(
    `postgres://${name}_owner:\${${upper}_OWNER_PASSWORD:?}@postgres:5432/${name}`,
  );
  expect(Object.keys(given).filter((variable) => /DATABASE_URL|VIEWER_KEY/.test(variable))).toHaveLength(3);
});

test("the gateway gets every slice's address and key, and only what it reads", () => {
  const given = Object.keys(services["gateway"]?.environment ?? {});
  const ofSlices = sliceNames.flatMap((name) => Object.keys(gatewaySliceEnvironment(name)));
  expect(given).toEqual(expect.arrayContaining(ofSlices));
  expect([...Object.keys(gatewayEnvironment), ...ofSlices]).toEqual(expect.arrayContaining(given));
});

test("the image holds what each container runs, and nothing of the demonstration's is run", () => {
  const copied = [...file("Dockerfile").matchAll(/^COPY --from=build .*\/corespond\/(\S+) \.\/\S*$/gm)].map(
    ([, from]) => from,
  );
  for (const [name, { command }] of containers) {
    if (name === "postgres") continue;
    const [program, script = ""] = command ?? [];
    expect(program).toBe("node");
    expect(script).not.toMatch(/^hub/);
    expect(copied).toContain(script.split("/")[0]);
  }
});

test("deploy/README.md says what every secret of the file is", () => {
  const page = file("deploy/README.md");
  const asked = [...file("docker-compose.yml").matchAll(/\$\{(\w+):[?-]/g)].map(([, name = ""]) => name);
  const generic = (name: string): string =>
    sliceNames.reduce((text, slice) => text.replace(new RegExp(`^${slice.toUpperCase()}_`), "<SLICE>_"), name);
  for (const name of new Set(asked.map(generic))) expect(page).toContain(`\`${name}\``);
});
