import { rowColumns, tableOf } from "@corespond/kit";
import type { DataSource, EntityTarget, ObjectLiteral } from "typeorm";

import { AddressRow } from "../address/address.row";
import { NameRow } from "../name/name.row";
import { PhoneRow } from "../phone/phone.row";
import { RecordRow } from "./record.row";

/** The select list of a whole record, as `WholeRecord`: what hangs on it comes as lists, in the same statement. */
export function recordColumns(dataSource: DataSource, alias: string): string {
  const parts = { names: NameRow, phones: PhoneRow, addresses: AddressRow };
  const lists = Object.entries(parts).map(([name, row]) => `${partsOf(dataSource, row, alias)} AS "${name}"`);
  return [rowColumns(dataSource, RecordRow, alias), ...lists].join(", ");
}

function partsOf(dataSource: DataSource, row: EntityTarget<ObjectLiteral>, alias: string): string {
  return `coalesce((
    SELECT jsonb_agg(to_jsonb(part) ORDER BY part.position)
    FROM (SELECT ${rowColumns(dataSource, row, "p")} FROM ${tableOf(dataSource, row)} p WHERE p.record_id = ${alias}.id) part), '[]')`;
}
