/** Data of the welfare system, for those of it who serve the resident. */
export const welfareGround = { basis: "WELFARE_COORDINATION", source: "Minn. Stat. 13.46" } as const;

/** What a department holds of what it sent itself. */
export const senderGround = { basis: "STATUTE", source: "Minn. Stat. 13.82" } as const;

/** What a provider needs for a person who was referred to it. */
export const providerGround = { basis: "CONSENT", source: "45 CFR 164.502(b); 42 CFR 2.33" } as const;
