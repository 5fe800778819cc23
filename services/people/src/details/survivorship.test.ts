import fc from "fast-check";

import { AddressKind, type PersonAddress } from "../address/address.type";
import { BirthDatePrecision } from "../birthDate/birthDate.type";
import { NameUse } from "../name/name.type";
import { AdministrativeSex, type StatedDetails } from "./details.type";
import { goldenDetails } from "./survivorship";

const text = fc.constantFrom("a", "b", "c", "d");
const noParts = { place: null, address2: null, city: null, stateProvince: null, postalCode: null, country: null };
const address = (kinds: readonly AddressKind[]): fc.Arbitrary<PersonAddress> =>
  fc.record({ kind: fc.constantFrom(...kinds), address1: text }).map((parts) => ({ ...noParts, ...parts }));

const record: fc.Arbitrary<StatedDetails> = fc.record({
  names: fc.uniqueArray(
    text.map((family) => ({ use: NameUse.OFFICIAL, given: null, middle: null, family, suffix: null, text: family })),
    { maxLength: 2 },
  ),
  description: fc.option(text),
  birthDate: fc.option(
    fc.record({
      date: fc.constantFrom("1980-01-01", "1990-01-01"),
      precision: fc.constantFrom(...Object.values(BirthDatePrecision)),
    }),
  ),
  sex: fc.option(fc.constantFrom(...Object.values(AdministrativeSex))),
  genderIdentity: fc.option(text),
  languages: fc.array(
    text.map((code) => ({ code, preferred: false, needsInterpreter: false })),
    { maxLength: 1 },
  ),
  phones: fc.array(
    text.map((raw) => ({ raw, e164: null })),
    { maxLength: 2 },
  ),
  addresses: fc.oneof(
    fc.array(address([AddressKind.HOME, AddressKind.MAILING]), { maxLength: 2 }),
    fc.array(address([AddressKind.DESIGNATED]), { minLength: 1, maxLength: 1 }),
  ),
  safeContact: fc.constant(null),
  guardians: fc.constant([]),
});
const records = fc.array(record, { minLength: 1, maxLength: 5 });

test("one record's golden values are its own", () => {
  fc.assert(
    fc.property(record, (only) => {
      const golden = goldenDetails([only]);
      expect({ ...golden, names: null, phones: null }).toEqual({ ...only, names: null, phones: null });
      expect(new Set(golden.names.map(({ text: name }) => name))).toEqual(
        new Set(only.names.map(({ text: name }) => name)),
      );
    }),
  );
});

test("the latest record with a value wins, and a known sex wins over an unknown one", () => {
  fc.assert(
    fc.property(records, (latestFirst) => {
      const golden = goldenDetails(latestFirst);
      expect(golden.description).toBe(latestFirst.find(({ description }) => description !== null)?.description ?? null);
      const known = latestFirst.find(({ sex }) => sex !== null && sex !== AdministrativeSex.UNKNOWN);
      expect(golden.sex).toBe(known?.sex ?? latestFirst.find(({ sex }) => sex !== null)?.sex ?? null);
    }),
  );
});

test("a birth date that names the day wins over any that does not", () => {
  fc.assert(
    fc.property(records, (latestFirst) => {
      const dates = latestFirst.flatMap(({ birthDate }) => birthDate ?? []);
      const days = dates.filter(({ precision }) => precision === BirthDatePrecision.DAY);
      expect(goldenDetails(latestFirst).birthDate).toEqual(days[0] ?? dates[0] ?? null);
    }),
  );
});

test("beside a designated address no other is ever shown", () => {
  fc.assert(
    fc.property(records, (latestFirst) => {
      const { addresses } = goldenDetails(latestFirst);
      const isDesignated = latestFirst.some((one) => one.addresses.some(({ kind }) => kind === AddressKind.DESIGNATED));
      if (isDesignated) expect(addresses).toMatchObject([{ kind: AddressKind.DESIGNATED }]);
      else expect(addresses).toEqual(latestFirst.find((one) => one.addresses.length > 0)?.addresses ?? []);
    }),
  );
});

test("names and phones of all records are kept, each once", () => {
  fc.assert(
    fc.property(records, (latestFirst) => {
      const { names, phones } = goldenDetails(latestFirst);
      const all = new Set(latestFirst.flatMap((one) => one.phones.map(({ raw }) => raw)));
      expect(phones.map(({ raw }) => raw)).toEqual([...all]);
      expect(names.map(({ family }) => family)).toEqual([
        ...new Set(latestFirst.flatMap((one) => one.names.map(({ family }) => family))),
      ]);
    }),
  );
});
