import { writeFile } from "node:fs/promises";
import path from "node:path";

import { feedCodes, feedMap, writeCallFeed } from "../load/callFeed.mjs";
import { Steps } from "./steps.mjs";

const asked = "MN0270300";
const members = [asked, "MN0270100", "MN0270200", "MN0270400", "MN0270900", "MN0271200", "MN0271700", "MN0272100"];
const persons = 10;
const rounds = 7;

const question = `query ($id: ID!) {
  agency(ori: "${asked}") {
    calls(first: 50, since: "2021-01-01T00:00:00Z", until: "2022-01-01T00:00:00Z", codeSet: { name: "behavioral-health" }, beat: "B3") { edges { node { incidentNumber } } }
    repeatCallers(codeSet: { name: "behavioral-health" }, since: "2021-01-01", until: "2022-01-01", threshold: 2) { persons callers(first: 20) { edges { node { incidents person { id } } } } }
    repeatLocations(codeSet: { name: "behavioral-health" }, since: "2021-01-01", until: "2022-01-01", threshold: 2, first: 20) { incidents }
  }
  person(id: $id) { calls(first: 20) { edges { node { incidentNumber } } } }
}`;

/**
 * How much longer a supervisor waits for an agency's calls of a year, its repeat callers and places, and a person's calls,
 * where there are ten times as many calls: median milliseconds of one question for all of them, at both sizes.
 */
export async function callGrowth({ run, as, folder, rows, say }) {
  const [map, codes] = ["map.yml", "codes.yml"].map((name) => path.join(folder, name));
  const values = Object.keys(feedMap.agency.values).map((name, index) => [name, members[index % members.length]]);
  await writeFile(
    map,
    JSON.stringify({ ...feedMap, agency: { ...feedMap.agency, values: Object.fromEntries(values) } }),
  );
  await writeFile(codes, JSON.stringify(feedCodes));
  const bring = async (count) => {
    say(`Bringing ${count} calls …`);
    const feed = path.join(folder, `growth-${count}.csv`);
    await writeCallFeed(feed, count);
    const options = ["--agency", asked, "--map", map, "--codes", codes, "--time-zone", "America/Chicago", "--json"];
    await run("import", "calls", feed, ...options);
  };
  const steps = new Steps(as);
  await bring(rows / 10);
  const id = await linkPersons({ run, steps, folder });
  const from = await medianMs(() => steps.read("supervisor", question, { id }));
  await bring(rows);
  const to = await medianMs(() => steps.read("supervisor", question, { id }));
  return { fromRows: rows / 10, toRows: rows, from, to, ratio: Number((to / from).toFixed(2)) };
}

/** Attaches made-up persons to calls of the asked agency, by its records system's file; answers the id of one of them. */
async function linkPersons({ run, steps, folder }) {
  const { agency } = await steps.read(
    "supervisor",
    `{ agency(ori: "${asked}") { id calls(last: 100) { edges { node { incidentNumber } } } } }`,
  );
  const numbers = agency.calls.edges.map(({ node }) => node.incidentNumber);
  const lines = numbers.map((number, index) => {
    const person = index % persons;
    return `${number},SUBJECT,Testperson ${person},Growth,1980-01-01,growth-${person}`;
  });
  const file = path.join(folder, "growth-subjects.csv");
  await writeFile(file, ["incident_number,role,family,given,birth_date,record_key", ...lines, ""].join("\n"));
  await run("import", "subjects", file, "--agency", asked, "--json");
  const { call } = await steps.read(
    "supervisor",
    "query ($number: String!, $agency: ID!) { call(agencyId: $agency, incidentNumber: $number) { subjects { person { id } } } }",
    { number: numbers[0], agency: agency.id },
  );
  return call.subjects[0].person.id;
}

async function medianMs(ask) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    await ask();
    times.push(performance.now() - startedAt);
  }
  return Number(times.sort((one, other) => one - other)[Math.floor(rounds / 2)].toFixed(1));
}
