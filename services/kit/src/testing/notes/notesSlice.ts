import { Arg, Args, Ctx, Directive, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from "typeorm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";

import { SealAudit1771000000000 } from "../../audit/SealAudit1771000000000";
import { load, loadMany } from "../../context/loader";
import type { RequestContext } from "../../context/requestContext";
import { foundationSql } from "../../database/foundation";
import { rowColumns } from "../../database/rowColumns";
import { graphError } from "../../errors/graphError";
import { invariant } from "../../errors/invariant";
import { byTheHub, everyRole } from "../../policy/standingRules";
import type { RowRule } from "../../policy/rowRule";
import { viewerSql } from "../../viewer/viewerSql";
import type { EventEnvelope } from "../../events/eventEnvelope";
import { connectionType, type Connection } from "../../graph/connection";
import { ConnectionArgs, pageRequest } from "../../graph/connectionArgs";
import { UserError, UserErrorCode } from "../../graph/userError";
import { idLoader } from "../../loading/idLoader";
import { loadPage, pageLoader } from "../../loading/pageLoader";
import { KeyedInputBase } from "../../mutation/keyedInput";
import { mutate } from "../../mutation/mutate";
import { fail } from "../../mutation/userFailure";
import { portFunction } from "../../port/portFunction";
import type { SliceDefinition } from "../../slice/sliceDefinition";
import { Role } from "../../viewer/role";

@Entity("note")
class NoteRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "agency_id" }) readonly agencyId: string;
  @Column("text") readonly body: string;
  @Column("timestamptz", { name: "recorded_at" }) readonly recordedAt: Date;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: "A note about a person, whose record id is the note's own.", simpleResolvers: true })
class Note {
  @Field(() => ID, { description: "The note's id." }) readonly id: string;
  @Field(() => String, { nullable: true, description: "What it says." }) readonly body: string | null;
}

@InputType({ description: "A new note." })
class AddNoteInput extends KeyedInputBase {
  @Field(() => String, { description: "What it says; `refuse` is refused after the row is written, `break` breaks." })
  readonly body: string;
}

@ObjectType({ description: "What became of it." })
class AddNotePayload {
  @Field(() => Note, { nullable: true, description: "The note." }) readonly note: Note | null;
  @Field(() => [UserError], { description: "Why it was not added." }) readonly userErrors: readonly UserError[];
}

const NoteConnection = connectionType(Note, "Note");

const source = {
  columns: (dataSource: RequestContext["database"]["dataSource"]) => rowColumns(dataSource, NoteRow, "n"),
  from: "note n",
  view(context: RequestContext, { id, body }: NoteRow): Note {
    const hidden = context.viewer.role === Role.ANALYST;
    context.audit.saw({ type: "Note", id, recordIds: [id], withheld: hidden ? ["body"] : [] });
    return Object.freeze(Object.assign(new Note(), { id, body: hidden ? null : body }));
  },
};

const noteById = idLoader<NoteRow, Note>("notes.note.byId", { ...source, idSql: "n.id" });

const notePage = pageLoader<NoteRow, Note, null>("notes.note.page", {
  view: source.view,
  list: ({ database }) => ({
    name: "notes.note.page",
    columns: source.columns(database.dataSource),
    from: source.from,
    where: "true",
    values: [],
    sort: { sql: "n.body", type: "text", descending: false },
    idSql: "n.id",
  }),
});

@Resolver(() => Note)
class NoteResolver {
  @Query(() => Note, { nullable: true, description: "One note." })
  async note(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Note | null> {
    return await load(context, noteById, id);
  }

  @Query(() => NoteConnection, { description: "All notes that the viewer may see." })
  async notes(@Args() args: ConnectionArgs, @Ctx() context: RequestContext): Promise<Connection<Note>> {
    return await loadPage(context, notePage, { parents: [], page: pageRequest(args), filter: null });
  }

  @Query(() => String, { nullable: true, description: "Breaks, with a secret in its message." })
  broken(): string {
    throw new Error("the password is hunter2");
  }

  @Query(() => String, { nullable: true, description: "Refused to everybody but officers." })
  officersOnly(@Ctx() { viewer }: RequestContext): string {
    if (viewer.role === Role.ANONYMOUS) throw graphError("UNAUTHENTICATED", "This needs a signed-in viewer.");
    if (viewer.role !== Role.OFFICER) throw graphError("FORBIDDEN", "This is for officers.");
    return "an officer";
  }

  @Mutation(() => AddNotePayload, { description: "Adds a note." })
  async addNote(
    @Arg("input", () => AddNoteInput, { description: "The note." }) input: AddNoteInput,
    @Ctx() context: RequestContext,
  ): Promise<AddNotePayload> {
    const { result, userErrors } = await mutate(context, addNote, input);
    return { note: result && (await load(context, noteById, result.id)), userErrors };
  }
}

const addNote = {
  name: "addNote",
  roles: [Role.OFFICER],
  act: async (
    transaction: Parameters<Parameters<typeof mutate<AddNoteInput, { id: string }>>[1]["act"]>[0],
    { body }: AddNoteInput,
  ) => {
    const id = uuidv7();
    const { agencyId } = transaction.context.viewer;
    invariant(agencyId, "an officer has an agency");
    await transaction.manager.insert(NoteRow, { id, agencyId, body, recordedAt: new Date() });
    await transaction.audit({
      action: "addNote",
      subjects: { Note: [id] },
      recordIds: [id],
      fields: ["Note.body"],
    });
    await transaction.emit({ type: "note.added", entityId: agencyId, payload: { id } });
    if (body === "refuse") fail(UserErrorCode.INVALID, "The note must not be `refuse`.", ["input", "body"]);
    invariant(body !== "break", "no note breaks");
    return { id };
  },
};

class Start1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${foundationSql("notes")}
      CREATE TABLE note (id uuid PRIMARY KEY, agency_id uuid NOT NULL, body text NOT NULL, recorded_at timestamptz NOT NULL);
      CREATE TABLE heard (number bigint GENERATED ALWAYS AS IDENTITY, note_id uuid NOT NULL);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error("Migrations go forward only."));
  }
}

const ofOwnAgency: RowRule = {
  id: "ownAgency",
  roles: everyRole,
  where: `agency_id = ${viewerSql.agency}`,
  relation: "of the own agency",
  basis: "STATUTE",
  source: "a test",
};

async function hear(
  transaction: { query(statement: { name: string; text: string; values: unknown[] }): Promise<unknown> },
  { payload }: EventEnvelope,
): Promise<void> {
  await transaction.query({
    name: "notes.heard.insert",
    text: "INSERT INTO heard (note_id) VALUES ($1)",
    values: [payload["id"]],
  });
}

/** The smallest whole slice: one noun of one agency, whose events it hears itself. For the kit's own tests. */
export const notesSlice: SliceDefinition = {
  name: "notes",
  graph: {
    resolvers: [NoteResolver],
    orphanedTypes: [],
    references: { Note: (reference, context) => load(context, noteById, reference["id"] ?? "") },
  },
  rows: [NoteRow],
  migrations: [Start1700000000000, SealAudit1771000000000],
  policies: [
    { type: "Note", tables: [{ table: "note", select: [ofOwnAgency], insert: [ofOwnAgency] }], fields: [] },
    { type: "what was heard", tables: [{ table: "heard", select: [], insert: [byTheHub] }], fields: [] },
  ],
  port: {
    echo: portFunction(z.object({ text: z.string() }), (context, { text }) =>
      Promise.resolve({ text, role: context.viewer.role }),
    ),
    bodies: portFunction(z.object({ ids: z.array(z.string()) }), async (context, { ids }) =>
      (await loadMany(context, noteById, ids)).map((note) => note?.body ?? null),
    ),
  },
  consumes: { notes: { "note.added": hear } },
};
