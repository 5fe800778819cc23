import { v5 as uuidv5 } from "uuid";

import { parseClockTime } from "../opening/clockTime";
import { openingsOf } from "../opening/openingsOf";
import { formatWeekdays, parseWeekdays } from "../opening/weekdays";
import type { CheckedDirectoryData } from "./directoryData";

/** Rows of one table, by column. All rows of a table have the same columns. */
export interface TableRows {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

type Service = CheckedDirectoryData["services"][number];
type Location = CheckedDirectoryData["locations"][number];
type Phone = Service["phones"][number];
type Schedule = Service["schedules"][number];

/** A directory's rows, table by table, each after those that it points at. */
export function directoryTables(data: CheckedDirectoryData): readonly TableRows[] {
  const { services, locations, organizations } = data;
  const tables: readonly TableRows[] = [
    { table: "organization", rows: organizations.map(({ phones: _phones, ...columns }) => columns) },
    {
      table: "taxonomy_term",
      rows: data.taxonomyTerms.map(({ parentIds, ...columns }) => ({ ...columns, parentExternalIds: parentIds })),
    },
    { table: "service", rows: services.map((service) => serviceRow(service, data.timeZone)) },
    {
      table: "location",
      rows: locations.map(({ addresses: _addresses, schedules: _schedules, ...columns }) => columns),
    },
    { table: "service_at_location", rows: data.serviceAtLocations },
    { table: "address", rows: locations.flatMap(addressRows) },
    {
      table: "phone",
      rows: [
        ...organizations.flatMap(({ id, phones }) => phones.map((phone) => phoneRow(phone, { organizationId: id }))),
        ...services.flatMap(({ id, phones }) => phones.map((phone) => phoneRow(phone, { serviceId: id }))),
      ],
    },
    {
      table: "schedule",
      rows: [
        ...services.flatMap(({ id, schedules }) =>
          schedules.map((one) => scheduleRow(one, { serviceId: id }, data.timeZone)),
        ),
        ...locations.flatMap(({ id, schedules }) =>
          schedules.map((one) => scheduleRow(one, { locationId: id }, data.timeZone)),
        ),
      ],
    },
    { table: "attribute", rows: services.flatMap(attributeRows) },
    { table: "unit", rows: data.units },
    { table: "service_capacity", rows: data.capacities },
  ];
  return tables.map(({ table, rows }) => ({
    table,
    rows: rows.map((row) => ({ ...row, source: data.source, externalId: row["id"] })),
  }));
}

function serviceRow(
  { phones: _phones, schedules: _schedules, termIds: _termIds, ...columns }: Service,
  timeZone: string,
): TableRows["rows"][number] {
  return { ...columns, timeZone };
}

function addressRows({ id, addresses }: Location): TableRows["rows"] {
  return addresses.map(({ address1, address2, ...columns }) => ({
    ...columns,
    address_1: address1,
    address_2: address2,
    locationId: id,
    addressType: "PHYSICAL",
  }));
}

function phoneRow(
  phone: Phone,
  owner: { readonly organizationId?: string; readonly serviceId?: string },
): TableRows["rows"][number] {
  return { ...phone, numberText: phone.number, organizationId: null, serviceId: null, ...owner };
}

/** The id of a term's link to a service follows from both, so that the author need not invent it. */
function attributeRows({ id, termIds }: Service): TableRows["rows"] {
  return termIds.map((termId) => ({ id: uuidv5(termId, id), serviceId: id, taxonomyTermId: termId }));
}

function scheduleRow(
  schedule: Schedule,
  owner: { readonly serviceId?: string; readonly locationId?: string },
  timeZone: string,
): TableRows["rows"][number] {
  const days = parseWeekdays(schedule.byday) ?? [];
  const freq = days.some(({ week }) => week !== null) ? "MONTHLY" : "WEEKLY";
  const openings = openingsOf({
    freq,
    interval: 1,
    days,
    monthDays: [],
    opens: parseClockTime(schedule.opensAt)?.minutes ?? null,
    closes: parseClockTime(schedule.closesAt)?.minutes ?? null,
    validFrom: schedule.validFrom,
    validTo: schedule.validTo,
    dtstart: null,
    until: null,
    count: null,
    weekStart: 1,
  });
  return {
    ...schedule,
    serviceId: null,
    locationId: null,
    ...owner,
    byday: formatWeekdays(days),
    freq,
    timeZone,
    openings,
  };
}
