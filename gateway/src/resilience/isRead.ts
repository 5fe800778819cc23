/** Whether a document that the gateway wrote is certain to change nothing: it begins with its one operation, a query. */
export function isRead(query: string): boolean {
  return /^\s*(query\b|\{)/.test(query);
}
