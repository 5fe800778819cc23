export interface ImportAgenciesOptions {
  readonly path: string;
}
export async function importAgencies(_o: ImportAgenciesOptions): Promise<void> {}
