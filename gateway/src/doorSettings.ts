import type { EnvironmentValues, HttpServerOptions } from "@corespond/kit";

import type { GatewayContext } from "./gatewayContext";
import type { doorEnvironment } from "./gatewayEnvironment";

/** How answers leave, whatever they hold. */
export type DoorSettings = Pick<HttpServerOptions<GatewayContext>, "compression" | "keepAliveTimeoutMs">;

/** Reads the settings from the values of `doorEnvironment`. */
export function doorSettings(values: EnvironmentValues<typeof doorEnvironment>): DoorSettings {
  return {
    compression: values.CORESPOND_COMPRESSION,
    keepAliveTimeoutMs: values.CORESPOND_KEEP_ALIVE_SECONDS * 1_000,
  };
}
