/** Functions of the owner's that migrations made, because row-level security names them, are run by the slice. */
export function grantOwnerFunctionsSql(appRole: string): string {
  return `GRANT EXECUTE ON FUNCTION crisis_disclosed(), emergency_records() TO "${appRole}";`;
}
