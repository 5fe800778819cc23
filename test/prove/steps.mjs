import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

/** Performs actions and reads at the public graph, by account, and insists that none of them fails. */
export class Steps {
  constructor(as) {
    this.as = as;
  }

  /** One mutation, with an idempotency key of its own; resolves with its payload. */
  async act(account, name, select, input) {
    const type = `${name[0].toUpperCase()}${name.slice(1)}Input`;
    const data = await this.read(
      account,
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${select} userErrors { message field code } } }`,
      { input: { ...input, idempotencyKey: randomUUID() } },
    );
    const { userErrors, ...payload } = data[name];
    assertSame(userErrors, [], `${account} may ${name}`);
    return payload;
  }

  /** One query; resolves with its data. */
  async read(account, query, variables) {
    const { data, errors } = await this.as(account, query, variables);
    assert.equal(errors, undefined, `${account} is answered without errors, but got: ${JSON.stringify(errors)}`);
    return data;
  }
}

/** Compares as JSON, since a test runner's objects are of another realm. */
export function assertSame(actual, expected, message) {
  assert.equal(JSON.stringify(actual), JSON.stringify(expected), message);
}
