import { registerEnumType } from "type-graphql";

/** Whether a service is given at present. */
export enum ServiceStatus {
  ACTIVE = "ACTIVE",
  INACTIVE = "INACTIVE",
  DEFUNCT = "DEFUNCT",
  TEMPORARILY_CLOSED = "TEMPORARILY_CLOSED",
}

registerEnumType(ServiceStatus, {
  name: "ServiceStatus",
  description: "Whether a service is given at present (HSDS 3.1 `service.status`).",
  valuesConfig: {
    ACTIVE: { description: "It is given." },
    INACTIVE: { description: "It is not given at present." },
    DEFUNCT: { description: "It is given no longer." },
    TEMPORARILY_CLOSED: { description: "It is closed for a time." },
  },
});
