import { measuredConnections } from "../connections/connections.sql";
import { measuredFunnel } from "../funnel/funnel.sql";
import { measuredEnrolments, measuredIncidents } from "../outcomes/outcomes.sql";
import { measuredContacts } from "../peopleReached/peopleReached.sql";
import { measuredTimes } from "../timeToContact/timeToContact.sql";
import { measuredAgencies, type MeasureFunction } from "./measureFunction.sql";

const functions: readonly MeasureFunction[] = [
  measuredAgencies,
  measuredContacts,
  measuredFunnel,
  measuredTimes,
  measuredConnections,
  measuredEnrolments,
  measuredIncidents,
];

/** SQL, repeatable: the functions by which measures are read. */
export function measureFunctionsSql(appRole: string): string {
  return functions
    .map(
      ({ signature, returns, body }) => `
        DROP FUNCTION IF EXISTS ${signature};
        CREATE FUNCTION ${signature} RETURNS ${returns}
          LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ ${body} $$;
        REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION ${signature} TO "${appRole}";`,
    )
    .join("\n");
}
