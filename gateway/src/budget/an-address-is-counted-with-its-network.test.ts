import { anonymousViewer } from "@corespond/kit";

import { clientOf } from "./clientOf";
import { networkOf } from "./networkOf";

const viewer = anonymousViewer("anonymous", "request-1");
const { signal } = new AbortController();

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8::9", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("%s is counted as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
  expect(clientOf({ viewer, door: { signal, address } })).toBe(`address ${network}`);
});

test("what this process asks itself is nobody's to count", () => {
  expect(clientOf({ viewer, door: undefined })).toBeUndefined();
});
