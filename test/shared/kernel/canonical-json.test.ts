// One text for one content.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, sameContent } from "../../../shared/kernel/canonical-json.ts";

describe("canonical JSON", () => {
  test.each<readonly [string, unknown, string]>([
    ["sorts keys at every depth", { b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
    ["sorts by code unit, capitals first", { a: 1, B: 2, 中: 3, _: 4 }, '{"B":2,"_":4,"a":1,"中":3}'],
    ["keeps the order of lists", [3, 1, { b: 0, a: [] }], '[3,1,{"a":[],"b":0}]'],
    ["leaves out what is undefined", { a: undefined, b: null }, '{"b":null}'],
    ["writes null for an undefined item", [undefined, 1], "[null,1]"],
    ["escapes text as JSON does", 'say "办结"\n', '"say \\"办结\\"\\n"'],
    ["writes scalars", [true, false, null, 0.5, -0], "[true,false,null,0.5,0]"],
    ["writes null for undefined itself", undefined, "null"],
    ["writes empty things", { a: {}, b: [] }, '{"a":{},"b":[]}'],
  ])("%s", (_, value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  test("is read back as the same content", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 11 },
    );
  });

  test("does not depend on the order in which keys were set", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(sameContent(turned, value)).toBe(true);
      }),
      { seed: 12 },
    );
  });

  test("differs where the content does", () => {
    expect(sameContent({ a: 1 }, { a: "1" })).toBe(false);
    expect(sameContent([1, 2], [2, 1])).toBe(false);
    expect(sameContent({ a: null }, {})).toBe(false);
    expect(sameContent({ a: undefined }, {})).toBe(true);
  });
});
