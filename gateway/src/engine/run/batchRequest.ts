import { OperationTypeNode, type FormattedExecutionResult, type GraphQLFormattedError } from "graphql";

import type { CompiledFetch } from "../compile/compiledFetch";
import { isPlainObject } from "../compile/plainObject";
import type { CompiledGroup } from "../compile/compiledPlan";
import type { RequestPart, RequestText } from "../compile/requestText";
import { Entities } from "./entities";
import { mergeInto } from "./mergeInto";
import { placedErrors, renamedPath } from "./placedErrors";
import type { PlanRun } from "./planRun";
import { badAnswer, mostErrors, sliceError, type AnswerError } from "./sliceError";
import { toldErrors } from "./toldErrors";

/** A part of a request with what is asked about. */
interface AskedPart {
  readonly part: RequestPart;
  readonly members: readonly CompiledFetch[];
  readonly entities: Entities;
}

/** One request to one slice for the fetches that are ready, and what becomes of its answer. */
export class BatchRequest {
  private readonly slice: string;
  private readonly errors: AnswerError[];

  constructor(
    private readonly run: PlanRun,
    private readonly group: CompiledGroup,
    private readonly fetches: readonly CompiledFetch[],
  ) {
    this.slice = fetches[0]?.slice ?? "";
    this.errors = run.errors[fetches[0]?.block ?? 0] ?? [];
  }

  /** Asks and merges. It never rejects: a slice's answer may hold what no other can be told, such as lists without end. */
  async send(): Promise<void> {
    try {
      await this.askAndMerge();
    } catch {
      this.tell([badAnswer(this.slice, `The slice "${this.slice}" could not be asked, or its answer not be taken.`)]);
    }
  }

  private async askAndMerge(): Promise<void> {
    const [first] = this.fetches;
    if (first && !first.represent) {
      await this.askRoot(first);
      return;
    }
    const asked = this.group.request.parts
      .map((part) => this.collect(part))
      .filter(({ entities }) => entities.texts.length > 0);
    const [only, another] = asked;
    if (!only) return;
    if (first && first.contexts.length > 0) await this.askByContext(only, first);
    else if (!another || !this.group.request.together) await this.askAlone(only);
    else await this.askTogether(asked, this.group.request.together);
  }

  private collect(part: RequestPart): AskedPart {
    const entities = new Entities();
    const members = part.members.filter((each) => this.fetches.includes(each));
    const represent = part.members[0]?.represent;
    if (represent) for (const each of members) entities.collect(each, represent, this.run.data);
    return { part, members, entities };
  }

  private async askRoot(fetch: CompiledFetch): Promise<void> {
    const text = this.group.request.parts[0]?.alone;
    if (!text) return;
    const { data, errors } = await this.ask(text, []);
    if (isPlainObject(data)) {
      for (const rewrite of fetch.rewrites) rewrite(data);
      mergeInto(this.run.data, data, this.run.options.plan.types);
    }
    this.tell(errors.map((error) => sliceError(this.slice, error, error.path && renamedPath(fetch, error.path))));
  }

  private async askAlone({ part, members, entities }: AskedPart): Promise<void> {
    const answer = await this.ask(part.alone, [`"representations":[${entities.texts.join(",")}]`]);
    this.merge({ part, members, entities }, "_entities", answer);
  }

  private async askTogether(asked: readonly AskedPart[], text: RequestText): Promise<void> {
    const texts = new Map(asked.map(({ part, entities }) => [part.alias, entities.texts.join(",")]));
    const lists = this.group.request.parts.map(({ alias }) => `"${alias}":[${texts.get(alias) ?? ""}]`);
    const answer = await this.ask(text, lists);
    // One part's failure may have taken the others with it: they are asked again, each for itself.
    const failed = new Set(answer.errors.map(({ path }) => path?.[0]));
    const alone = answer.data === null ? asked.filter(({ part }) => !failed.has(part.alias)) : [];
    const taken = alone.length < asked.length ? alone : [];
    for (const each of asked) if (!taken.includes(each)) this.merge(each, each.part.alias, answer);
    this.retell(answer.errors.filter(({ path }) => !asked.some(({ part }) => part.alias === path?.[0])));
    await Promise.all(taken.map((each) => this.askAlone(each)));
  }

  /** Entities with unlike values from above are asked apart, for a request has one value of each variable. */
  private async askByContext({ part, members, entities }: AskedPart, fetch: CompiledFetch): Promise<void> {
    const alike = new Map<string, Entities>();
    entities.texts.forEach((text, index) => {
      const values = entities.contexts[index] ?? [];
      const key = JSON.stringify(values);
      const same = alike.get(key) ?? new Entities();
      alike.set(key, same);
      for (const target of entities.targets[index] ?? []) same.append(text, target, values);
    });
    const names = [...new Set(fetch.contexts.map(({ variable }) => variable))];
    await Promise.all(
      [...alike].map(async ([key, each]) => {
        const values = JSON.parse(key) as readonly unknown[];
        const given = names.map((name, index) => `${JSON.stringify(name)}:${JSON.stringify(values[index] ?? null)}`);
        const answer = await this.ask(part.alone, [`"representations":[${each.texts.join(",")}]`, ...given]);
        this.merge({ part, members, entities: each }, "_entities", answer);
      }),
    );
  }

  private async ask(text: RequestText, given: readonly string[]): Promise<Answer> {
    const variables = [...given];
    for (const name of this.group.request.variables) {
      const value = this.run.variableText(name);
      if (value !== null) variables.push(`${JSON.stringify(name)}:${value}`);
    }
    const body = `${text.start}${variables.join(",")}}}`;
    const [first] = this.fetches;
    const isMutation = first?.node.operationKind === OperationTypeNode.MUTATION;
    const onceIfEqual = first?.apart === false && first.represent !== null;
    return answerOf(
      await this.run.options.ask({ slice: this.slice, query: text.query, body, isMutation, onceIfEqual }),
    );
  }

  private merge(asked: AskedPart, alias: string, { data, errors }: Answer): void {
    const { entities, members } = asked;
    const isMine = ({ path }: GraphQLFormattedError): boolean => path?.[0] === alias;
    const { slice, run } = this;
    this.tell(placedErrors(errors.filter(isMine), { slice, members, entities, root: run.data }));
    if (alias === "_entities") this.retell(errors.filter((each) => !isMine(each)));
    const list = isPlainObject(data) ? data[alias] : null;
    if (!Array.isArray(list) || list.length !== entities.texts.length) {
      if (errors.length === 0)
        this.tell([badAnswer(this.slice, `A list of ${entities.texts.length} entities was asked for.`)]);
      return;
    }
    const rewrites = members[0]?.rewrites ?? [];
    for (let index = 0; index < list.length; index += 1) {
      const entity: unknown = list[index];
      if (!isPlainObject(entity)) continue;
      for (const rewrite of rewrites) rewrite(entity);
      for (const target of entities.targets[index] ?? []) mergeInto(target, entity, this.run.options.plan.types);
    }
  }

  private retell(errors: readonly GraphQLFormattedError[]): void {
    this.tell(errors.map((error) => sliceError(this.slice, error)));
  }

  private tell(errors: Iterable<AnswerError>): void {
    for (const error of errors) {
      if (this.errors.length >= mostErrors) return;
      this.errors.push(error);
    }
  }
}

/** A slice's answer with every error that it told. */
interface Answer {
  readonly data: FormattedExecutionResult["data"];
  readonly errors: readonly GraphQLFormattedError[];
}

const answerOf = (result: FormattedExecutionResult): Answer => ({
  data: result.data ?? null,
  errors: toldErrors(result),
});
