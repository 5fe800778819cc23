/** Lets one who works for an organization sign in; resolves with the new account. */
export function addProvider(
  organizationId: string,
  options: {
    /** Where the county's file may be written. */
    readonly folder: string;
    /** Runs `corespond import county`. */
    readonly importCounty: (file: string) => Promise<unknown>;
  },
): Promise<string>;
