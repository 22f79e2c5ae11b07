// For which machine resvg was installed here.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** resvg's module for the machine that runs the tests, as npm installed it. */
export function thisMachine(): string {
  const installed = readdirSync(fileURLToPath(new URL("../../../node_modules/@resvg", import.meta.url)));
  return (
    installed.find((name) => name.startsWith("resvg-js-"))?.slice("resvg-js-".length) ?? "of no known kind"
  );
}
