import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

import { startCallFeed } from "./testing/callFeed";

const data = resolve(__dirname, "../../../../..", process.env["CORESPOND_DATA"] ?? "../shared/data");
const milwaukee = join(data, "calls/milwaukee-2018-05.csv");
const present = existsSync(milwaukee);

/** A public clone of the project has no data sets. */
const where = present ? describe : describe.skip;

where(present ? "with the data sets" : `skipped: no data sets in ${data} (set CORESPOND_DATA)`, () => {
  test("three weeks of Milwaukee's calls, whose codes are texts and whose times have no offset: all load, once", async () => {
    const feed = await startCallFeed();
    const map = {
      incidentNumber: "id",
      receivedAt: "time",
      natureCode: "nature",
      natureText: "nature",
      disposition: "status",
      beat: "district",
      location: "location",
      latitude: "latitude",
      longitude: "longitude",
    };
    const codes = { "WELFARE CITIZEN": { common: "WELFARE" }, "TRBL W/SUBJ": { common: "TROUBLE" } };
    const options = { path: milwaukee, map, codes };
    const first = await feed.bring("", options);
    expect(first).toMatchObject({
      total: { rowsIn: 33_968, loaded: 33_968, updated: 0, unchanged: 0, rejected: 0, warnings: 0 },
      dst: { gaps: 0, overlaps: 0 },
      ignoredColumns: [],
    });
    expect(first.unmappedCodes.length).toBe(177);
    expect((await feed.bring("", options)).total).toMatchObject({ rowsIn: 33_968, loaded: 0, unchanged: 33_968 });
    expect(
      await feed.owner(`SELECT received_at, nature_code, common_code, beat, place, disposition
        FROM call_for_service WHERE incident_number = '1211372'`),
    ).toEqual([
      {
        received_at: new Date("2018-05-01T05:10:28Z"),
        nature_code: "TRBL W/SUBJ",
        common_code: "TROUBLE",
        beat: "4",
        place: "5237 N 35TH ST|MKE",
        disposition: "Unable to Locate Complainant",
      },
    ]);
    await feed.stop();
  }, 60_000);
});
