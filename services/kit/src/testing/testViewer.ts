import { randomUUID } from "node:crypto";

import { Role } from "../viewer/role";
import type { ViewerClaims } from "../viewer/viewer";

/** Claims of a viewer in a test: the role, and whatever else matters there. */
export function testViewer(role: Role, claims: Partial<ViewerClaims> = {}): ViewerClaims {
  return {
    id: role === Role.ANONYMOUS ? null : randomUUID(),
    role,
    agencyId: null,
    organizationId: null,
    serves: [],
    covers: [],
    records: [],
    scopes: [],
    purpose: "COC",
    client: "test",
    requestId: randomUUID(),
    ...claims,
  };
}
