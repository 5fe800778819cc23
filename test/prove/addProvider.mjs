import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";

import { localIssuerName } from "@corespond/hub";

/**
 * Makes an organization a partner: one who works for it may sign in from now on. `importCounty(file)` runs
 * `corespond import county`. Resolves with the new account.
 */
export async function addProvider(organizationId, { folder, importCounty }) {
  const account = `provider-${organizationId}`;
  const staffId = randomUUID();
  const county = {
    staff: [
      {
        id: staffId,
        givenName: "Pat",
        familyName: "Testprovider",
        role: "PROVIDER",
        organizationId,
        activeFrom: "2020-01-01",
      },
    ],
    logins: [{ issuer: localIssuerName, subject: account, staffId }],
  };
  const file = path.join(folder, "partner.json");
  await writeFile(file, JSON.stringify(county));
  await importCounty(file);
  return account;
}
