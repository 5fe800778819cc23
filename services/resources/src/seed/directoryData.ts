import { z } from "zod";

import { CapacityStatus } from "../capacity/capacityStatus";
import { LocationType } from "../location/location.kind";
import { parseClockTime } from "../opening/clockTime";
import { parseWeekdays } from "../opening/weekdays";
import { AcceptanceMode } from "../service/acceptanceMode";
import { ProtectedProgram } from "../service/protectedProgram";
import { ServiceStatus } from "../service/service.status";

const id = z.guid();
const words = z.string().trim().min(1);
const text = words.nullable().default(null);
const ids = z.array(id).default([]);

const phone = z.strictObject({
  id,
  number: z.string().regex(/^[+][0-9]{4,15}$/, "must be E.164, such as +16125550142"),
  extension: text,
  type: text,
  description: text,
});

const schedule = z.strictObject({
  id,
  byday: z.string().refine((days) => parseWeekdays(days) !== null, "must be days such as MO,TU or 2SA"),
  opensAt: z.string().refine((time) => parseClockTime(time) !== null, "must be HH:MM"),
  closesAt: z.string().refine((time) => parseClockTime(time) !== null, "must be HH:MM, 24:00 for the end of the day"),
  validFrom: z.iso.date().nullable().default(null),
  validTo: z.iso.date().nullable().default(null),
  description: text,
});

const organization = z.strictObject({
  id,
  name: words,
  alternateName: text,
  description: text,
  email: text,
  website: text,
  phones: z.array(phone).default([]),
});

const taxonomyTerm = z.strictObject({ id, name: words, description: text, taxonomy: text, parentIds: ids });

const service = z.strictObject({
  id,
  organizationId: id,
  name: words,
  alternateName: text,
  description: text,
  url: text,
  email: text,
  status: z.enum(ServiceStatus).default(ServiceStatus.ACTIVE),
  applicationProcess: text,
  feesDescription: text,
  eligibilityDescription: text,
  minimumAge: z.number().min(0).nullable().default(null),
  maximumAge: z.number().min(0).nullable().default(null),
  acceptanceMode: z.enum(AcceptanceMode).default(AcceptanceMode.CALL_FIRST),
  acceptsReferrals: z.boolean().default(true),
  protectedProgram: z.enum(ProtectedProgram).default(ProtectedProgram.NONE),
  termIds: ids,
  phones: z.array(phone).default([]),
  schedules: z.array(schedule).default([]),
});

const address = z.strictObject({
  id,
  address1: words,
  address2: text,
  city: words,
  stateProvince: words,
  postalCode: words,
  country: words.default("US"),
});

const location = z.strictObject({
  id,
  organizationId: id.nullable().default(null),
  name: text,
  description: text,
  transportation: text,
  locationType: z.enum(LocationType).default(LocationType.PHYSICAL),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  confidential: z.boolean().default(false),
  frontGatePhone: text,
  frontGateText: text,
  addresses: z.array(address).default([]),
  schedules: z.array(schedule).default([]),
});

const unit = z.strictObject({ id, name: words, staleAfterHours: z.number().int().positive().default(24) });

const capacity = z.strictObject({
  id,
  serviceId: id,
  unitId: id,
  available: z.number().min(0),
  maximum: z.number().min(0).nullable().default(null),
  description: text,
  status: z.enum(CapacityStatus),
  updatedAt: z.iso.datetime({ offset: true }),
});

/** A directory as its author writes it: every record under the id that it is to have in the graph. */
export const directoryDataSchema = z.strictObject({
  /** The directory's name. */
  source: words,
  /** The IANA time zone of all hours. */
  timeZone: words.default("America/Chicago"),
  organizations: z.array(organization).default([]),
  taxonomyTerms: z.array(taxonomyTerm).default([]),
  services: z.array(service).default([]),
  locations: z.array(location).default([]),
  serviceAtLocations: z.array(z.strictObject({ id, serviceId: id, locationId: id, description: text })).default([]),
  units: z.array(unit).default([]),
  capacities: z.array(capacity).default([]),
});

/** What `loadDirectory` takes. */
export type DirectoryData = z.input<typeof directoryDataSchema>;

/** A directory's data, checked, with its defaults filled in. */
export type CheckedDirectoryData = z.output<typeof directoryDataSchema>;
