/** What a test database is made from. */
export interface TestDatabaseOptions {
  /** Lower case letters, digits and _; names the roles `<slice>_owner` and `<slice>_app`. */
  readonly slice: string;
  /** Brings an empty slice database, extensions included, to the state that every test of it starts from. */
  readonly migrate: (ownerUrl: string) => Promise<void>;
  /**
   * Tells apart two starting states of one slice, such as with and without seed data. Without it the text of
   * `migrate` does, which is not enough where one function text closes over different values.
   */
  readonly fingerprint?: string;
}

/** A database that belongs to one test file. */
export interface TestDatabase {
  readonly database: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** For arranging what neither role may, such as rows that row-level security hides. */
  readonly superuserUrl: string;
  /** Removes the database; connections that are still open are cut. */
  drop(): Promise<void>;
}

/**
 * Clones a database for one test file. The state that it starts from is migrated once per test run and slice,
 * whichever worker comes first. Needs the kit's globalSetup.
 */
export function createTestDatabase(options: TestDatabaseOptions): Promise<TestDatabase>;
