import { toyGateway } from "./__fixtures__/toyGateway";

describe("a person whom other slices know by a source record only", () => {
  it("is found through people, and from there in every slice that adds to a person", async () => {
    const { run, asks } = await toyGateway();
    const result = await run(`{
      referral(id: "f1") {
        person { id name referrals { nodes { id } } calls { nodes { incidentNumber } } }
        call { incidentNumber }
        suggestedServices { name }
        agency { name }
      }
    }`);
    expect(result).toEqual({
      data: {
        referral: {
          person: {
            id: "p1",
            name: "Ada Testperson",
            referrals: { nodes: [{ id: "f1" }] },
            calls: { nodes: [{ incidentNumber: "24-001" }] },
          },
          call: { incidentNumber: "24-001" },
          suggestedServices: [{ name: "Help with FOOD" }],
          agency: { name: "Springfield Police Department" },
        },
      },
    });
    const persons = asks.filter(({ reference }) => reference["__typename"] === "Person");
    expect(persons[0]).toEqual({ slice: "people", reference: { __typename: "Person", recordId: "r2" } });
    const reference = { __typename: "Person", recordId: "r2", recordIds: ["r1", "r2"] };
    expect(persons.slice(1).sort((a, b) => (a.slice < b.slice ? -1 : 1))).toEqual([
      { slice: "agencies", reference },
      { slice: "referrals", reference },
    ]);
  });

  it("is found by its own id and every slice that adds is asked once, without a detour", async () => {
    const { run, asks } = await toyGateway();
    const result = await run(`{ person(id: "p1") { name referrals { nodes { id } } calls { nodes { id } } } }`);
    expect(result.data).toEqual({
      person: { name: "Ada Testperson", referrals: { nodes: [{ id: "f1" }] }, calls: { nodes: [{ id: "c1" }] } },
    });
    expect(asks.map(({ slice }) => slice).sort()).toEqual(["agencies", "referrals"]);
  });
});

describe("a person whom the viewer may not see", () => {
  it("is null without an error, and no slice is asked about it further", async () => {
    const { run, asks } = await toyGateway();
    const result = await run(
      `{ referral(id: "f2") { person { id referrals { nodes { id } } calls { nodes { id } } } } }`,
    );
    expect(result.data).toEqual({ referral: { person: null } });
    expect(result.errors).toBeUndefined();
    expect(asks.map(({ slice }) => slice)).toEqual(["people"]);
  });

  it("leaves a trace in the extensions, which the gateway must drop", async () => {
    const { run } = await toyGateway();
    const result = await run(`{ referral(id: "f2") { person { id } } }`);
    expect(result.extensions).toHaveProperty("valueCompletion");
  });

  it("is null in a list, beside those who may be seen", async () => {
    const { run } = await toyGateway();
    const result = await run(`{ referral(id: "f1") { call { subjects { id } } } }`);
    expect(result.data).toEqual({ referral: { call: { subjects: [{ id: "p1" }, null] } } });
  });
});
