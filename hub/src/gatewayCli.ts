import { Command } from "commander";

import { gatewayCommand } from "./commands/gateway/gatewayCommand";
import { planCommand } from "./commands/gateway/planCommand";

/** The `corespond` command as far as its gateway goes. */
export function gatewayCli(): Command {
  return new Command("corespond").showHelpAfterError().addCommand(gatewayCommand()).addCommand(planCommand());
}
