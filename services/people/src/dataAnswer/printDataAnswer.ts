import type { PersonDisclosure } from "../accounting/disclosure.type";
import type { DataHolding } from "./dataAnswer.type";

/** What is printed. */
export interface PrintedAnswer {
  readonly name: string;
  readonly preparedAt: Date;
  readonly holdings: readonly DataHolding[];
  readonly disclosures: readonly PersonDisclosure[];
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);

const dayOf = (instant: Date): string =>
  instant.toLocaleDateString("en-US", { timeZone: "America/Chicago", dateStyle: "long" });

/** The answer to "what do you hold about me" as a page to print. */
export function printDataAnswer({ name, preparedAt, holdings, disclosures }: PrintedAnswer): string {
  const parts = holdings.map(({ kind, occurredAt, details }) => {
    const rows = details.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`);
    return `<section><h2>${escaped(kind)}, ${dayOf(occurredAt)}</h2><dl>${rows.join("")}</dl></section>`;
  });
  const went = disclosures.map(
    ({ recipientRole, purpose, count, firstAt, lastAt }) =>
      `<li>${escaped(recipientRole)}, purpose ${escaped(purpose)}: ${String(count)} times, ${dayOf(firstAt)} to ${dayOf(lastAt)}</li>`,
  );
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Data held about ${escaped(name)}</title></head><body>`,
    `<h1>Data held about ${escaped(name)}</h1>`,
    `<p>Prepared on ${dayOf(preparedAt)} under Minnesota Statutes, section 13.04. You may ask for a correction of what is wrong or not complete.</p>`,
    parts.length === 0 ? "<p>Nothing is held.</p>" : parts.join("\n"),
    "<h2>To whom of other agencies it went</h2>",
    went.length === 0 ? "<p>To nobody in the last six years.</p>" : `<ul>${went.join("")}</ul>`,
    "</body></html>",
  ].join("\n");
}
