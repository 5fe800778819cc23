/** A column that the rows of a merge bring along. Its type is the target column's. */
export interface MergeColumn<N extends string = string> {
  readonly name: N;
  /** How the file names it, where reports should say something else than `name`. */
  readonly field?: string;
  /** The value is serialised as JSON. */
  readonly json?: true;
  /** A row without a value is rejected. Columns of the key always are required. */
  readonly required?: true;
  /** The column is only there to find a parent by, and is no column of the target; its type is text. */
  readonly stagedOnly?: true;
}

/** A foreign key that the file gives by the parent's external id. */
export interface MergeReference<N extends string = string> {
  /** The column of the rows that holds the parent's external id; null means no parent. */
  readonly column: N;
  /** The table of the parent: the target itself for a hierarchy, whose parents may stand later in the same file. */
  readonly parentTable: string;
  readonly parentSchema?: string;
  /** The parent's column that `column` is compared with; unique, together with those of `alsoMatch`. */
  readonly parentKey: string;
  /** The parent's column that is stored; `id` unless told otherwise. */
  readonly parentId?: string;
  /** The target's column that stores it, which is none of the plan's columns. */
  readonly into: string;
  /** Further pairs that must be equal, beside `column` and `parentKey`. */
  readonly alsoMatch?: readonly { readonly column: N; readonly parentColumn: string }[];
  /** What becomes of a row whose parent does not exist: `reject` (the default), or `warn` and store no parent. */
  readonly onMissing?: "reject" | "warn";
}

/** How rows become rows of a table: which of its columns they fill, and by which key they are the same row again. */
export interface MergePlan<N extends string = string> {
  readonly table: string;
  /** `public` unless told otherwise. */
  readonly schema?: string;
  readonly columns: readonly MergeColumn<N>[];
  /** The external id: columns under a unique constraint of the target. Two rows of a file with one key: the first wins. */
  readonly key: readonly N[];
  /** Columns that an existing row keeps, and that make no difference: an `id` made for a new row, a time of creation. */
  readonly insertOnly?: readonly N[];
  readonly references?: readonly MergeReference<N>[];
  /** SQL that is set besides on a row that changes, by column of the target, which it may name `target`: `now()`. */
  readonly onUpdate?: Readonly<Record<string, string>>;
}

/** One row for a merge: its line in the file, and its values in the order of the plan's columns. */
export interface MergeRow {
  readonly line: number;
  readonly values: readonly unknown[];
}
