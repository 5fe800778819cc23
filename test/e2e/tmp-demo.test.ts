import { startTestHub, type TestHub } from "./harness/startTestHub";
let hub: TestHub;
test("x", async () => {
  const t = Date.now();
  hub = await startTestHub();
  console.log("start ms", Date.now() - t);
  for (const a of ["officer", "social-worker"])
    console.log(
      a,
      JSON.stringify(
        await hub.as(
          a,
          "{ me { name { given family } } referrals(first: 50) { totalCount edges { node { status acknowledgement person { names { text } } } } } calls(first: 50) { totalCount } }",
        ),
      ),
    );
  await hub.stop();
}, 120_000);
