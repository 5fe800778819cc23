/** Parameters that are given and mean that they are not: GraphQL over HTTP, 5.1 and 5.3. */
const meansNothing = /[?&](?:operationName=|(?:variables|extensions)=null)(?=&|$)/;

/** The query of a request's address, `?` included, without parameters whose values stand for none. */
export function graphSearch(url = ""): string {
  const start = url.indexOf("?");
  if (start === -1) return "";
  const search = url.slice(start);
  return meansNothing.test(search) ? withoutNothings(search) : search;
}

function withoutNothings(search: string): string {
  const kept = search
    .slice(1)
    .split("&")
    .filter((parameter) => !meansNothing.test(`?${parameter}`));
  return `?${kept.join("&")}`;
}
