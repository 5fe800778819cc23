import { fixtures, fixtureSupergraph } from "./__fixtures__/fixtures";
import { compose } from "./compose";
import { picture } from "./picture";
import { pictureTable } from "./pictureTable";
import { textWidth } from "./pictureText";

const svg = picture(fixtureSupergraph);

function supergraphOf(count: number): string {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@extends"])\n`;
  const names = ["north", "south", "east", "west"];
  const types = Array.from({ length: count }, (_, index) => `RatherLongEntityName${index}`);
  const subgraphs = names.map((name, slice) => {
    const own = types.map((type) => `type ${type}Of${name} @key(fields: "id") { id: ID! plain: Value${slice} }`);
    const next = names[(slice + 1) % names.length] ?? "";
    const stubs = types.map(
      (type) =>
        `type ${type}Of${next} @extends @key(fields: "id") { id: ID! added${slice}: Int next${slice}: ${type}Of${next} }`,
    );
    return {
      name,
      sdl: `${link}type Query { ${name}: Int } type Value${slice} { a: Int } ${[...own, ...stubs].join(" ")}`,
    };
  });
  const result = compose(subgraphs);
  if (!result.ok) throw new Error(result.errors[0]?.message);
  return result.supergraphSdl;
}

/** The box of each text outside the style sheet, by the picture's own estimate of widths. */
function textBoxes(drawing: string) {
  const texts = drawing.matchAll(
    /<text class="([^"]*)"[^>]*? x="([\d.]+)" y="([\d.]+)"([^>]*) font-size="([\d.]+)"[^>]*>(.*?)<\/text>/g,
  );
  return [...texts].map(([, mark = "", x, y, rest = "", size, body = ""]) => {
    const text = body.replaceAll(/<[^>]*>/g, "");
    const wide = textWidth(text, Number(size));
    const shift = mark.includes("centred") ? wide / 2 : rest.includes("end") ? wide : 0;
    return {
      text,
      left: Number(x) - shift,
      right: Number(x) - shift + wide,
      top: Number(y) - Number(size) * 0.75,
      bottom: Number(y),
    };
  });
}

describe("the picture of the supergraph", () => {
  it("is the same for the same slices in any order", () => {
    const reversed = compose([...fixtures].reverse());
    expect(reversed.ok && picture(reversed.supergraphSdl)).toBe(svg);
  });

  it("shows every slice, entity, key and added field", () => {
    for (const shown of [
      "agencies",
      "CallForService",
      "id · recordId",
      "+ suggestedServices",
      "Person.calls",
      "needs recordIds",
    ]) {
      expect(svg).toContain(`>${shown}<`);
    }
    expect(svg).toContain(">Referral.person → Person<");
  });

  it("asks nothing of other hosts, and follows the reader's dark mode", () => {
    expect(svg.match(/https?:/g)).toEqual(["http:"]);
    expect(svg).not.toMatch(/@import|url\(|href/);
    expect(svg).toContain("@media (prefers-color-scheme:dark)");
  });

  it("can be read aloud", () => {
    expect(svg).toContain('<title id="title">The supergraph: agencies, people, referrals, resources</title>');
    expect(svg).toContain("people owns Person.");
  });

  it.each([1, 4, 12])("keeps every text apart from the others and inside, with %i entities a slice", (count) => {
    const drawing = picture(supergraphOf(count));
    const height = Number(/height="(\d+)"/.exec(drawing)?.[1]);
    const boxes = textBoxes(drawing);
    expect(boxes.length).toBeGreaterThan(count * 4 * 3);
    expect(boxes.filter(({ left, right, bottom }) => left < 0 || right > 1000 || bottom > height)).toEqual([]);
    const overlaps = boxes.filter((a, index) =>
      boxes.slice(index + 1).some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    );
    expect(overlaps).toEqual([]);
  });
});

describe("the picture's twin in words", () => {
  const markdown = pictureTable(fixtureSupergraph);

  it("says the same as the picture", () => {
    expect(markdown).toContain("| `Person` | `id`, `recordId` | `calls` (agencies), `referrals` (referrals) |");
    expect(markdown).toContain(
      "| `Referral.suggestedServices` | `[Service!]!` | resources | referrals | `reasonCodes` |",
    );
    expect(markdown).toContain("| `CallForService.subjects` | agencies | `Person` | people |");
    expect(markdown).toContain("Declared alike by several slices: `PageInfo`.");
  });
});
