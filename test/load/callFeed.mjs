import { createWriteStream } from "node:fs";
import { once } from "node:events";

/** How many agencies the feed of the made-up dispatch centre serves. */
const agencyCount = 45;

const years = 5;
const firstDay = Date.UTC(2019, 0, 1);
const spanMs = years * 365 * 86_400_000;
const codes = ["WELFARE", "EDP", "SUICTHRT", "DISORD", "TRESPASS", "ALRBA", "WELFARE", "TROUBLE", "OD", "INTOX"];
const codesPerAgency = 180;

const padded = (number, width) => String(number).padStart(width, "0");

/** The ORI of the made-up agency with a number; 0 is the dispatch centre. */
export const oriOf = (number) => `XX${padded(number, 5)}00`;

/** The map of columns, as `corespond import calls --map` reads it. */
export const feedMap = {
  incidentNumber: "incident",
  receivedAt: "received",
  closedAt: "closed",
  updatedAt: "updated",
  natureCode: "nature",
  natureText: "nature_text",
  priority: "priority",
  disposition: "disposition",
  beat: "beat",
  street: "street",
  city: "city",
  latitude: "latitude",
  longitude: "longitude",
  replacedBy: "replaced_by",
  agency: {
    column: "agency",
    values: Object.fromEntries(Array.from({ length: agencyCount }, (_, index) => [`PD${index + 1}`, oriOf(index + 1)])),
  },
};

/** The map of codes: a third of them stands for a common code. */
export const feedCodes = Object.fromEntries(
  Array.from({ length: codesPerAgency }, (_, index) => [
    `N${index}`,
    { text: `Nature ${index}`, common: index % 3 === 0 ? codes[(index / 3) % codes.length] : null },
  ]),
);

/** The county's reference data that the feed needs. */
export const feedCounty = {
  agencies: Array.from({ length: agencyCount + 1 }, (_, number) => ({
    id: `00000000-0000-7000-8000-${padded(number + 1, 12)}`,
    name: number === 0 ? "Example Dispatch" : `Example Police Department ${number}`,
    kind: number === 0 ? "DISPATCH_CENTER" : "POLICE_DEPARTMENT",
    ori: oriOf(number),
  })),
};

const header =
  "agency,incident,received,closed,updated,nature,nature_text,priority,disposition,beat,street,city,latitude,longitude,replaced_by\n";

/** The clock of a place without an offset, as dispatch systems write it. */
const clock = (ms) => new Date(ms).toISOString().slice(0, 19).replace("T", " ");

function row(index, rows) {
  const received = firstDay + Math.floor((spanMs / rows) * index);
  const agency = (index * 7919) % agencyCount;
  const nature = (index * 31) % codesPerAgency;
  const replaced = index % 1000 === 999 ? `24-${padded(index - agencyCount, 9)}` : "";
  return [
    `PD${agency + 1},24-${padded(index, 9)},${clock(received)},${clock(received + 1_800_000)},${clock(received + 3_600_000)}`,
    `N${nature},"NATURE, NO ${nature}",${index % 6},ADVISED,B${index % 40}`,
    `${(index * 37) % 9000} ${(index * 13) % 90}TH ST,EXAMPLE CITY ${agency + 1}`,
    `44.${padded(index % 100_000, 5)},-93.${padded((index * 3) % 100_000, 5)},${replaced}\n`,
  ].join(",");
}

/** Writes a feed of so many calls over five years, always the same. Its local times stand in America/Chicago. */
export async function writeCallFeed(path, rows) {
  const file = createWriteStream(path);
  let text = header;
  for (let index = 0; index < rows; index += 1) {
    text += row(index, rows);
    if (text.length < 1 << 20) continue;
    if (!file.write(text)) await once(file, "drain");
    text = "";
  }
  file.end(text);
  await once(file, "close");
}
