import type { CallMap } from "./callMap";
import { columnsOfTime } from "./callTimesReader";

/** The columns of a file that a map names, each once. */
export function mapColumns(map: CallMap): readonly string[] {
  const { answeredAt, closedAt, receivedAt, updatedAt } = map;
  const plain = [
    ...[map.incidentNumber, map.natureCode, map.natureText, map.priority, map.disposition, map.beat],
    ...[map.street, map.city, map.location, map.latitude, map.longitude],
    ...[map.replacedBy, map.replaces, map.splitFrom, map.agency?.column],
  ];
  const times = [receivedAt, answeredAt, closedAt, updatedAt].flatMap(columnsOfTime);
  return [...new Set([...plain.filter((name) => name !== undefined), ...times])];
}
