import { createHmac, randomUUID } from "node:crypto";

import { systemViewer } from "@corespond/kit";

const somebody = "0198c0de-0000-7000-8000-00000000beef";

/**
 * Viewers of every role, in every relation that the demonstration has: each account as it is, without the agencies that it
 * serves, serving all of them, of another agency, of another organization, as another person; and the hub itself.
 */
export async function witnesses(world) {
  const agencies = (await world.owner("agencies", "SELECT id FROM agency ORDER BY id")).map(({ id }) => id);
  const organizations = (await world.owner("resources", "SELECT id FROM organization ORDER BY id")).map(({ id }) => id);
  const variants = Object.entries(world.claims).flatMap(([account, claims]) => [
    [account, claims],
    [`${account}, serving nobody`, { ...claims, serves: [] }],
    [`${account}, serving everybody`, { ...claims, serves: agencies }],
    [
      `${account} of another agency`,
      { ...claims, agencyId: claims.agencyId && agencies.find((id) => id !== claims.agencyId) },
    ],
    [
      `${account} of another organization`,
      { ...claims, organizationId: claims.organizationId && organizations.find((id) => id !== claims.organizationId) },
    ],
    [`${account} of the provider`, { ...claims, organizationId: world.claims.provider.organizationId }],
    [`${account}, covering the social worker`, { ...claims, covers: [world.claims["social-worker"].id] }],
    [`${account} in an emergency`, { ...claims, purpose: "ETREAT" }],
    [`${account} in proceedings`, { ...claims, purpose: "HLEGAL" }],
    [`${account} with the resident's records`, { ...claims, records: world.claims.resident.records }],
    [`another ${account}`, { ...claims, id: somebody }],
    [`${account}, in the officer's place`, { ...claims, id: world.claims.officer.id }],
    [`${account}, in the officer's emergency`, { ...claims, ...officersPlace(world), purpose: "ETREAT" }],
    [`${account}, in the social worker's place`, { ...claims, id: world.claims["social-worker"].id }],
  ]);
  const nobody = { ...systemViewer("proof", randomUUID()), role: "ANONYMOUS", id: world.claims.officer.id };
  return Object.fromEntries([...variants, ["the hub", systemViewer("proof", randomUUID())], ["anonymous", nobody]]);
}

const officersPlace = ({ claims: { officer } }) => ({ id: officer.id, agencyId: officer.agencyId });

/** Grants as a slice signs them for its own database, for a viewer and some ids of every kind. */
export function grantsToken({ access }, slice, { id }, ids) {
  const claims = { ...ids, viewer: id, exp: Math.floor(Date.now() / 1000) + 60 };
  const signed = `${slice}/grants.${Buffer.from(JSON.stringify(claims), "utf8").toString("base64url")}`;
  return `${signed}.${createHmac("sha256", access[slice].viewerKey).update(signed).digest("base64url")}`;
}
