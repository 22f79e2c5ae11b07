// The examples of the import's README are mapping files that the case ledger takes.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkMapping } from "../../../infra/local/import/check-mapping.ts";
import { readMapping } from "../../../infra/local/import/mapping.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { describeLedger } from "../../../shared/ledger/describe-ledger.ts";
import { workplace } from "./support/run.ts";

const readme = readFileSync(new URL("../../../infra/local/import/README.md", import.meta.url), "utf8");
const examples = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = ""]) => ({ json }));

describe("the README", () => {
  test("has an example of a case log and one of a Chinese ledger", () => {
    expect(examples).toHaveLength(2);
  });

  test.each(examples)("shows a mapping that is sound", async ({ json }) => {
    const place = workplace();
    const path = place.put("mapping.json", json);
    const mapping = await readMapping(path);
    const { access, ...described } = describeLedger(cases);
    const ledger = { ...described, access: Object.fromEntries(Object.keys(access).map((one) => [one, []])) };
    expect(() => checkMapping(path, mapping, ledger)).not.toThrow();
    place.remove();
  });
});
