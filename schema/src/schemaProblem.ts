/** What a check of the contract has found, and where. */
export interface SchemaProblem {
  readonly check: "composition" | "descriptions" | "owners" | "changelog" | "drift";
  /** Schema coordinate, slice or file concerned. */
  readonly coordinate: string;
  readonly message: string;
}
