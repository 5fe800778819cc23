import type { CountyData } from "@corespond/agencies";

import { demoId } from "../demoIds";
import { agencyId } from "./countyAgencies";

/**
 * Which calls are about behavioral health. Studies of such programs name the types of calls one by one (domestic and
 * weapon calls are none of theirs), so the set names its codes in APCO's list and has a version.
 */
export const countyCodeSets: NonNullable<CountyData["natureCodeSets"]> = [
  {
    id: demoId("code-set", "behavioral-health 2026-01"),
    name: "behavioral-health",
    version: "2026-01",
    description:
      "Calls about somebody's mental health or use of substances: emotionally disturbed persons (EDP), suicides and threats of it (SUICIDE, SUICTHRT), checks of welfare (WELFARE), overdoses (OD), intoxicated persons (INTOX).",
    commonCodes: ["EDP", "INTOX", "OD", "SUICIDE", "SUICTHRT", "WELFARE"],
  },
];

/** Codes as a records system of a department may have them; made up, as are the calls. The last is not mapped yet. */
const codes = [
  ["4105", "Emotionally disturbed person", "EDP"],
  ["4110", "Intoxicated person", "INTOX"],
  ["4115", "Overdose", "OD"],
  ["4120", "Suicide", "SUICIDE"],
  ["4125", "Threat of suicide", "SUICTHRT"],
  ["4130", "Check welfare", "WELFARE"],
  ["4135", "Assist a citizen", "CITASST"],
  ["4140", "Disorderly conduct", "DISORD"],
  ["4145", "Trespass", "TRESPASS"],
  ["4150", "Unknown trouble", "TROUBLE"],
  ["4155", "Domestic, verbal", "DVNA"],
  ["4160", "Domestic, violent", "DVA"],
  ["4165", "Suspicious person", "PERSUSP"],
  ["4170", "Unconscious person", "PERUNCON"],
  ["4175", "Follow-up", null],
] as const;

/** The codes of the departments whose calls the demonstration tells. */
export const countyCodes: NonNullable<CountyData["natureCodes"]> = (
  ["bloomington", "brooklynPark", "plymouth"] as const
).flatMap((agency) =>
  codes.map(([code, text, commonCode]) => ({ agencyId: agencyId(agency), code, text, commonCode })),
);
