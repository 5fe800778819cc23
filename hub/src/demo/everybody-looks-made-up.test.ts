import { countyStaff } from "./county/countyStaff";
import { demoAccounts } from "./demoAccounts";
import { directoryLocations } from "./directory/directoryLocations";
import { directoryOrganizations } from "./directory/directoryOrganizations";
import { demoResidents } from "./story/demoResidents";

const madeUp = /test|example|sample|demo/i;

interface Named {
  readonly names?: readonly { readonly given?: string; readonly family?: string }[];
  readonly guardians?: readonly { readonly name: string }[];
  readonly description?: string;
  readonly phones?: readonly { readonly number: string }[];
}

const people = demoResidents.map(({ person }) => person as Named);

describe("nobody of the demonstration could be taken for somebody real", () => {
  it.each(people.flatMap(({ names = [] }) => names.map(({ given = "", family = "" }) => `${given} ${family}`)))(
    "resident %s",
    (name) => {
      expect(name).toMatch(madeUp);
    },
  );

  it.each(people.flatMap(({ guardians = [] }) => guardians.map(({ name }) => name)))("guardian %s", (name) => {
    expect(name).toMatch(madeUp);
  });

  it.each(countyStaff.map(({ familyName }) => familyName))("staff member %s", (name) => {
    expect(name).toMatch(madeUp);
  });

  it.each(demoAccounts.map(({ name }) => name))("account %s", (name) => {
    expect(name).toMatch(madeUp);
  });

  it.each(Object.values(directoryOrganizations).map(({ name }) => name))("organization %s", (name) => {
    expect(name).toMatch(madeUp);
  });

  it.each(Object.values(directoryLocations).map(({ street }) => street))("street %s", (street) => {
    expect(street).toMatch(madeUp);
  });

  it("and who has no name says so", () => {
    const unnamed = people.filter(({ names = [] }) => names.length === 0);
    expect(unnamed).not.toHaveLength(0);
    for (const { description } of unnamed) expect(description).toMatch(madeUp);
  });

  it("and every phone is of the range kept for fiction", () => {
    const text = JSON.stringify([demoResidents, directoryOrganizations]);
    const numbers = text.match(/\d{3}-\d{3}-\d{4}/g) ?? [];
    expect(numbers).not.toHaveLength(0);
    for (const number of numbers) expect(number).toMatch(/^612-555-01\d{2}$/);
  });
});
