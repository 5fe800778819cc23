/** One row of a state machine's table: who may do what in which states, and where it leads. */
export interface Transition<State extends string, Action extends string, Actor extends string> {
  readonly action: Action;
  readonly from: readonly State[];
  /** The state that the action leads to; `SAME` where it needs the state but does not change it. */
  readonly to: State | "SAME";
  readonly who: readonly Actor[];
  /** Whether the action must be explained: Gravity's `statusReason.text` for rejected, on-hold, cancelled and failed. */
  readonly reasonRequired: boolean;
}

/** A state machine as data. */
export type StateMachine<State extends string, Action extends string, Actor extends string> = readonly Transition<
  State,
  Action,
  Actor
>[];

/** What is tried: an action in a state, by somebody who is one or several of the machine's actors. */
export interface Attempt<State extends string, Action extends string, Actor extends string> {
  readonly state: State;
  readonly action: Action;
  readonly actors: readonly Actor[];
}

/** What comes of an attempt. `ILLEGAL`: nobody may do this now. `NOT_ALLOWED`: somebody else may. */
export type Decision<State extends string> =
  | { readonly kind: "LEGAL"; readonly to: State; readonly reasonRequired: boolean }
  | { readonly kind: "ILLEGAL" }
  | { readonly kind: "NOT_ALLOWED" };

/** Decides an attempt by the machine's table. */
export function decide<State extends string, Action extends string, Actor extends string>(
  machine: StateMachine<State, Action, Actor>,
  { state, action, actors }: Attempt<State, Action, Actor>,
): Decision<State> {
  const inState = machine.filter((transition) => transition.action === action && transition.from.includes(state));
  if (inState.length === 0) return { kind: "ILLEGAL" };
  const allowed = inState.find(({ who }) => who.some((actor) => actors.includes(actor)));
  if (!allowed) return { kind: "NOT_ALLOWED" };
  return { kind: "LEGAL", to: allowed.to === "SAME" ? state : allowed.to, reasonRequired: allowed.reasonRequired };
}

/** The actions that these actors may take in a state, each once, in the table's order. */
export function legalActions<State extends string, Action extends string, Actor extends string>(
  machine: StateMachine<State, Action, Actor>,
  { state, actors }: Omit<Attempt<State, Action, Actor>, "action">,
): readonly Action[] {
  const legal = machine.filter(({ from, who }) => from.includes(state) && who.some((actor) => actors.includes(actor)));
  return [...new Set(legal.map(({ action }) => action))];
}
