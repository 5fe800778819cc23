import { readFileSync } from "node:fs";
import path from "node:path";

import { errorCatalogue } from "@corespond/kit";

const page = readFileSync(path.join(__dirname, "../../docs/errors.md"), "utf8");

const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test("docs/errors.md lists exactly the codes of the catalogue, with their status, meaning and remedy", () => {
  const documented = Object.fromEntries(
    rows.map(([code, status, meaning, remedy]) => [code?.replaceAll("`", ""), [status, meaning, remedy]]),
  );
  const catalogue = Object.fromEntries(
    Object.entries(errorCatalogue).map(([code, { status, meaning, remedy }]) => [
      code,
      [String(status), meaning, remedy],
    ]),
  );
  expect(documented).toEqual(catalogue);
});
