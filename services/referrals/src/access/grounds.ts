import { proceedingsPurposes, Role, viewerSql } from "@corespond/kit";

/** Data of the welfare system, for those of it who serve the resident. */
export const welfareGround = { basis: "WELFARE_COORDINATION", source: "Minn. Stat. 13.46" } as const;

/** What a department holds of what it sent itself. */
export const senderGround = { basis: "STATUTE", source: "Minn. Stat. 13.82" } as const;

/**
 * The right of whom data are about to see them: all that is no clue to who reported, and no words that may name others;
 * these are given on request, after somebody has read them.
 */
export const ownGround = {
  basis: "OWN_RECORD",
  source: "Minn. Stat. 13.04, subd. 3",
  roles: [Role.RESIDENT],
  relation: "the resident whom it is about",
} as const;

/** The rows about the resident who asks. */
export const ownRows = { ...ownGround, id: "own", within: { column: "record_id", ids: viewerSql.records } } as const;

/**
 * The condition that the request's purpose is one for which data of protected programs may be shown at all: not for
 * proceedings against the person, whatever anybody consented to (42 CFR 2.12(d)).
 */
export const fitForProtected = `${viewerSql.purpose} NOT IN (${proceedingsPurposes.map((code) => `'${code}'`).join(", ")})`;

/** What a provider needs for a person who was referred to it. */
export const providerGround = { basis: "CONSENT", source: "45 CFR 164.502(b); 42 CFR 2.33" } as const;
