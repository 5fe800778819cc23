import fc from "fast-check";

import { JsonBuffer } from "./jsonBuffer";

const anyText = fc.string({ unit: "binary", maxLength: 60 });
const halvesOfSurrogates = fc.array(fc.constantFrom("\ud83d", "\ude00", "a", '"', "\\", "\n", "\u007f", "é"), {
  maxLength: 40,
});

function textOf(write: (out: JsonBuffer) => void): string {
  const out = new JsonBuffer();
  write(out);
  return out.take().toString("utf8");
}

test("a text is what JSON.stringify makes of it, short or long", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        halvesOfSurrogates.map((each) => each.join("")),
      ),
      (value) => {
        expect(textOf((out) => out.text(value))).toBe(JSON.stringify(value));
      },
    ),
  );
});

test("each single unit of UTF-16 is written as JSON.stringify writes it", () => {
  for (let code = 0; code <= 0xffff; code += 1) {
    const unit = String.fromCharCode(code);
    const long = `${"x".repeat(30)}${unit}`;
    const text = textOf((out) => {
      out.text(unit);
      out.text(long);
    });
    if (text !== `${JSON.stringify(unit)}${JSON.stringify(long)}`)
      throw new Error(`The unit ${code} is written wrongly.`);
  }
});

test("any value is written as JSON.stringify writes it, and what has no JSON is null", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(textOf((out) => out.json(value))).toBe(JSON.stringify(value));
    }),
  );
  expect(textOf((out) => out.json(undefined))).toBe("null");
});

test("the buffer grows for what is longer than it, and keeps what it held", () => {
  const long = "Ä".repeat(400_000);
  const text = textOf((out) => {
    out.text("first");
    out.text(long);
    out.raw(Buffer.from("raw".repeat(200_000)));
    out.again(0, 7);
  });
  expect(text).toBe(`"first"${JSON.stringify(long)}${"raw".repeat(200_000)}"first"`);
});

test("what was taken stays as it was when others are written after it", () => {
  const out = new JsonBuffer();
  out.text("first");
  const taken = out.take();
  out.text("other");
  expect(taken.toString()).toBe('"first"');
  expect(out.take().toString()).toBe('"other"');
});
