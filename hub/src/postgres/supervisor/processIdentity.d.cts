/** Whether a process number is taken, be it by a zombie. */
export function numberTaken(pid: number): boolean;

/** What tells a running process from a later one with the same number; undefined when it is gone, or a zombie. */
export function processIdentity(pid: number): string | undefined;

/** Whether the process that was noted as `{ pid, identity }` still runs. */
export function stillRuns(noted: { readonly pid: number; readonly identity: string }): boolean;

/** The command line of a process, one string per argument on Linux; undefined when it cannot be read. */
export function commandLine(pid: number): string[] | undefined;
