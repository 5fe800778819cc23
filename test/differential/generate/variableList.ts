import { isNonNullType, type GraphQLInputType } from "graphql";

import { drawValue, literal, plain, type KnownValues } from "./inputValues";
import type { Tape } from "./tape";

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly definition: string;
}

/** The variables of an operation, declared as they are needed. */
export class VariableList {
  readonly values: Record<string, unknown> = {};
  private readonly variables: Variable[] = [];

  constructor(
    private readonly tape: Tape,
    private readonly known: KnownValues,
  ) {}

  /** Uses a variable where a value of a type is wanted: a new one, or one of the same type. */
  use(type: GraphQLInputType, argument: string): string {
    const same = this.variables.filter((each) => each.type === String(type) && each.name.startsWith(argument));
    if (same.length > 0 && this.tape.oneIn(2)) return `$${this.tape.one(same).name}`;
    const name = `${argument}${this.variables.length}`;
    const draw = (): unknown => drawValue(this.tape, type, { name: argument, known: this.known });
    const nullable = !isNonNullType(type);
    const byDefault = this.tape.oneIn(3) ? ` = ${nullable && this.tape.oneIn(4) ? "null" : literal(draw())}` : "";
    this.variables.push({ name, type: String(type), definition: `$${name}: ${String(type)}${byDefault}` });
    const mayBeLeftOut = nullable || byDefault !== "";
    if (!mayBeLeftOut || !this.tape.oneIn(3)) this.values[name] = nullable && this.tape.oneIn(5) ? null : plain(draw());
    return `$${name}`;
  }

  /** `($a: Int = 1, $b: ID!)`; empty where there are none. */
  definitions(): string {
    return this.variables.length === 0 ? "" : `(${this.variables.map(({ definition }) => definition).join(", ")})`;
  }
}
