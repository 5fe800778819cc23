/** Whether a type is a connection by its name (Relay Cursor Connections, section 2). */
export function isConnection(typeName: string | undefined): boolean {
  return typeName?.endsWith("Connection") ?? false;
}
