import {
  byTheHub,
  type Policy,
  publicRows,
  redactionsOf,
  type RequestContext,
  shownFields,
  writtenByTheHub,
} from "@corespond/kit";

import { ofShownPlaces } from "../access/shownPlace";
import { viewFields } from "../loading/viewFields";
import type { ServicePlaceRow } from "./serviceAtLocation.row";
import { ServiceAtLocation } from "./serviceAtLocation.type";

const openFields = ["id", "service", "location", "redactions"] as const;

const placeFields = ["source", "externalId", "description"] as const;

const placeParts = ["phones", "contacts", "schedules", "serviceAreas", "attributes"] as const;

type Field = (typeof openFields)[number] | (typeof placeFields)[number] | (typeof placeParts)[number];

/** The table is the hub's own; everybody reads the view `service_place`, which leaves out what could betray a place. */
export const serviceAtLocationPolicy: Policy<Field, Pick<ServicePlaceRow, "confidential">> = {
  type: "ServiceAtLocation",
  tables: [{ table: "service_at_location", select: [byTheHub], ...writtenByTheHub }],
  fields: [
    { ...publicRows, fields: openFields },
    {
      ...ofShownPlaces,
      fields: [...placeFields, ...placeParts],
      when: (_viewer, { confidential }) => !confidential,
    },
  ],
};

/** Makes the view of a service at a location. */
export function viewServiceAtLocation({ viewer }: RequestContext, row: ServicePlaceRow): ServiceAtLocation {
  const { shown, withheld } = shownFields(serviceAtLocationPolicy, viewer, row);
  const { source, externalId, description } = row;
  const place = {
    source: shown("source", source),
    externalId: shown("externalId", externalId),
    description: shown("description", description),
  };
  return viewFields(ServiceAtLocation, { ...row, ...place, redactions: redactionsOf(withheld) }, [
    ...(["id", "serviceId", "locationId", "redactions"] as const),
    ...placeFields,
  ]);
}
