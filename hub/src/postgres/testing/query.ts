import { Client } from "pg";
import type { ServerAddress } from "../sliceDatabase";

/** Runs one statement on a connection of its own and returns its rows. */
export async function queryUrl(connectionString: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Runs one statement as the superuser of a server. */
export async function query(server: ServerAddress, text: string): Promise<unknown[]> {
  const { user, password } = server.superuser;
  return queryUrl(`postgres://${user}:${password}@${server.host}:${server.port}/postgres`, text);
}
