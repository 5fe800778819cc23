import { nonInterference } from "../prove/privacy/nonInterference.mjs";
import { openWorld, type World } from "../prove/privacy/openWorld.mjs";
import { pathIndependence } from "../prove/privacy/pathIndependence.mjs";
import { policyMutants } from "../prove/privacy/policyMutants.mjs";
import { createTestPlace, type TestPlace } from "./harness/startTestHub";

/** `npm run prove:privacy` runs the same with many more, and other, seeds. */
const seed = 20261124;

let place: TestPlace;
let world: World;
beforeAll(async () => {
  place = await createTestPlace();
  world = await openWorld(place);
});
afterAll(async () => {
  await world.close();
  await place.databases.drop();
});

test("a record shows a viewer the same fields whichever way it is reached", async () => {
  const { cases, problems } = await pathIndependence(world, { runs: 60, seed });
  expect(problems).toEqual([]);
  expect(cases).toBeGreaterThan(100);
});

test("what a viewer may not see changes nothing that they are told", async () => {
  const { pairs, problems } = await nonInterference(world, { pairs: 60, seed });
  expect(problems).toEqual([]);
  expect(pairs).toBeGreaterThan(20);
});

test("every flipped rule is noticed, and the rules are those that were approved", async () => {
  const { total, survivors, drifted } = await policyMutants(world, { share: 0.02 });
  expect({ survivors, drifted }).toEqual({ survivors: [], drifted: [] });
  expect(total).toBeGreaterThan(20);
}, 300_000);
