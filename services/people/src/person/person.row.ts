import { Column, Entity, PrimaryColumn } from "typeorm";

/** A golden identity: an id, and after a merge the id of the survivor. Everything else is computed from records. */
@Entity("person")
export class PersonRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "redirect_to", nullable: true }) readonly redirectTo: string | null;
}
