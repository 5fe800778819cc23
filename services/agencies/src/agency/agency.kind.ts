import { registerEnumType } from "type-graphql";

/** What an agency is. */
export enum AgencyKind {
  POLICE_DEPARTMENT = "POLICE_DEPARTMENT",
  SHERIFF = "SHERIFF",
  DISPATCH_CENTER = "DISPATCH_CENTER",
  COUNTY_HUMAN_SERVICES = "COUNTY_HUMAN_SERVICES",
  CAMPUS_POLICE = "CAMPUS_POLICE",
  TRANSIT_POLICE = "TRANSIT_POLICE",
  AIRPORT_POLICE = "AIRPORT_POLICE",
  PARK_POLICE = "PARK_POLICE",
  STATE_PATROL = "STATE_PATROL",
  OTHER = "OTHER",
}

registerEnumType(AgencyKind, {
  name: "AgencyKind",
  description: "What an agency is.",
  valuesConfig: {
    POLICE_DEPARTMENT: { description: "Police of a city, or of several cities by a joint-powers agreement." },
    SHERIFF: { description: "A county's sheriff." },
    DISPATCH_CENTER: { description: "A public safety answering point (911) that dispatches other agencies." },
    COUNTY_HUMAN_SERVICES: {
      description: "A county's human services: employs the social workers and runs the program.",
    },
    CAMPUS_POLICE: { description: "Police of a university or college." },
    TRANSIT_POLICE: { description: "Police of a public transport authority." },
    AIRPORT_POLICE: { description: "Police of an airport." },
    PARK_POLICE: { description: "Police of a park district." },
    STATE_PATROL: { description: "A state's police or highway patrol." },
    OTHER: { description: "None of the other kinds." },
  },
});
