import { AddressKind } from "./address.type";

/** An address as far as the rules look at it. */
export interface RuledAddress {
  readonly kind: AddressKind;
  readonly address1?: string | null;
  readonly city?: string | null;
}

/**
 * The rules that a record's addresses break, as sentences. The database holds the first as well: an address beside the
 * designated one would tell where a protected person lives (Safe at Home, Minn. Stat. 5B).
 */
export function brokenAddressRules(addresses: readonly RuledAddress[]): readonly string[] {
  const has = (kind: AddressKind): boolean => addresses.some((address) => address.kind === kind);
  const located = (address: RuledAddress): boolean => address.address1 != null || address.city != null;
  const none = (address: RuledAddress): boolean => address.kind === AddressKind.NONE;
  const broken: readonly (readonly [boolean, string])[] = [
    [
      has(AddressKind.DESIGNATED) && addresses.length > 1,
      "A participant in an address confidentiality program (Safe at Home, Minn. Stat. 5B) has the designated address only: leave every other address out.",
    ],
    [
      has(AddressKind.NONE) && has(AddressKind.HOME),
      "A person has `NONE` (no fixed address) or a `HOME` address, not both.",
    ],
    [
      addresses.some((address) => none(address) && located(address)),
      "An address of kind `NONE` has no street and no city.",
    ],
    [
      addresses.some((address) => !none(address) && !located(address)),
      "An address of any kind but `NONE` needs `address1` or `city`.",
    ],
  ];
  return broken.filter(([isBroken]) => isBroken).map(([, rule]) => rule);
}
