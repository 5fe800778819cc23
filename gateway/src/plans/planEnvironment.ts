import { EnvironmentError, variable, type EnvironmentCatalogue, type EnvironmentValues } from "@corespond/kit";
import { z } from "zod";

/** The variables that say whether clients may see plans. */
export const planVariables = {
  CORESPOND_SHOW_PLAN: variable(
    z.enum(["on", "off"]).transform((value) => value === "on"),
    "Whether an answer tells its plan to a client that sends `x-corespond-plan: 1`: on or off. For development only.",
    "off",
  ),
  NODE_ENV: variable(
    z.string().optional(),
    "With `production`, the hub refuses the local issuer, demonstration accounts and the embedded database, and says what to configure; nothing tells plans.",
  ),
} as const satisfies EnvironmentCatalogue;

/** Whether plans are shown. Throws where they would be in production: they name what the graph's schema does not show. */
export function showsPlans(values: EnvironmentValues<typeof planVariables>): boolean {
  const { CORESPOND_SHOW_PLAN: shows, NODE_ENV: environment } = values;
  if (shows && environment === "production")
    throw new EnvironmentError(
      "CORESPOND_SHOW_PLAN is on, but NODE_ENV is production: plans name slices, keys and fields that the schema does not show.",
    );
  return shows;
}
