/* global document */

/**
 * What the server wrote into the page: the query to start with and the addresses of the editor's workers.
 *
 * @type {{ readonly defaultQuery: string, readonly workers: Readonly<Record<"editor" | "graphql" | "json", string>> }}
 */
export const pageConfig = JSON.parse(document.getElementById("config").textContent);
