import { randomUUID } from "node:crypto";

import { staffDirectory } from "@corespond/gateway";
import { Role, type ViewerClaims } from "@corespond/kit";

import { CommandError } from "../../commandError";
import type { SlicesAtWork } from "../../start/withSlices";
import { localPortTransport } from "../../start/startSlices";

/** The client that the audit names for what a command does in somebody's name. */
const client = "corespond retention";

/** An active privacy officer as they would be known if they signed in now. */
export async function findPrivacyOfficer(
  { running, keys }: SlicesAtWork,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<ViewerClaims> {
  const requestId = randomUUID();
  const find = staffDirectory(localPortTransport(running), keys["agencies"] ?? "");
  const asked = { issuer, subject, machine: false, client, scopes: [], strong: true, acrValues: [] };
  const staff = await find(asked, requestId);
  if (staff?.role !== Role.PRIVACY_OFFICER)
    throw new CommandError(`"${subject}" of ${issuer} is no active privacy officer here.`);
  const { serves, covers, records } = staff;
  return {
    ...staff,
    ...{ serves: [...serves], covers: [...covers], records: [...records] },
    ...{ scopes: [], purpose: "HOPERAT", client, requestId },
  };
}
