import { AddressKind, type PersonAddress } from "../address/address.type";
import { BirthDatePrecision, type BirthDate } from "../birthDate/birthDate.type";
import { AdministrativeSex, type StatedDetails } from "./details.type";

/**
 * The golden values of a person: what several source records, latest first, say together. Deterministic, and made of
 * nothing but the records given, which are those that the viewer may see. The latest record that has a value wins,
 * with the exceptions that the fields' descriptions state.
 */
export function goldenDetails(latestFirst: readonly StatedDetails[]): StatedDetails {
  const latest = <T>(valueOf: (record: StatedDetails) => T | null): T | null =>
    latestFirst.map(valueOf).find((value) => value !== null) ?? null;
  const latestList = <T>(listOf: (record: StatedDetails) => readonly T[]): readonly T[] =>
    latestFirst.map(listOf).find((list) => list.length > 0) ?? [];
  return {
    names: distinct(latestFirst.flatMap(({ names }) => names)),
    description: latest(({ description }) => description),
    birthDate: goldenBirthDate(latestFirst.flatMap(({ birthDate }) => birthDate ?? [])),
    sex: latest(({ sex }) => (sex === AdministrativeSex.UNKNOWN ? null : sex)) ?? latest(({ sex }) => sex),
    genderIdentity: latest(({ genderIdentity }) => genderIdentity),
    languages: latestList(({ languages }) => languages),
    phones: distinct(
      latestFirst.flatMap(({ phones }) => phones),
      ({ e164, raw }) => e164 ?? raw,
    ),
    addresses: goldenAddresses(latestFirst.map(({ addresses }) => addresses)),
    safeContact: latest(({ safeContact }) => safeContact),
    guardians: latestList(({ guardians }) => guardians),
  };
}

function goldenBirthDate(latestFirst: readonly BirthDate[]): BirthDate | null {
  return latestFirst.find(({ precision }) => precision === BirthDatePrecision.DAY) ?? latestFirst[0] ?? null;
}

/** One agency's record must not give away where somebody lives whom another agency knows to be protected. */
function goldenAddresses(latestFirst: readonly (readonly PersonAddress[])[]): readonly PersonAddress[] {
  const designated = latestFirst.flat().find(({ kind }) => kind === AddressKind.DESIGNATED);
  return designated ? [designated] : (latestFirst.find((addresses) => addresses.length > 0) ?? []);
}

function distinct<T>(
  values: readonly T[],
  keyOf: (value: T) => string = (value) => JSON.stringify(value),
): readonly T[] {
  const first = new Map<string, T>();
  for (const value of values) if (!first.has(keyOf(value))) first.set(keyOf(value), value);
  return [...first.values()];
}
