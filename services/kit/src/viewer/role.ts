/**
 * What a viewer is in the program. `ANONYMOUS` has not signed in; `RESIDENT` is somebody whom the program's records are
 * about, signed in to see the own ones; `SYSTEM` is the hub itself (imports, event
 * consumers, the gateway's own look-ups) and is never given to a person.
 */
export enum Role {
  ANONYMOUS = "ANONYMOUS",
  OFFICER = "OFFICER",
  DISPATCHER = "DISPATCHER",
  SOCIAL_WORKER = "SOCIAL_WORKER",
  SUPERVISOR = "SUPERVISOR",
  PROVIDER = "PROVIDER",
  PRIVACY_OFFICER = "PRIVACY_OFFICER",
  ANALYST = "ANALYST",
  PARTNER_CLIENT = "PARTNER_CLIENT",
  ADMINISTRATOR = "ADMINISTRATOR",
  RESIDENT = "RESIDENT",
  SYSTEM = "SYSTEM",
}
