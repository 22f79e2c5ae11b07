// Leaves out of built-in ledgers what a bundle never asks of them, and with it the modules that only that needed.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type AnyNode, type ObjectExpression, parse } from "acorn";
import { type Plugin, transform } from "esbuild";

/** A definition that is built in was found sound before: nothing looks for its faults once more. */
const SOUND = fileURLToPath(new URL("sound.ts", import.meta.url));

export interface Shed {
  /** Members of a definition that are never asked. */
  readonly members: readonly string[];
  /** Members that a definition has to have, and that may be empty. */
  readonly emptied?: readonly string[];
}

export function shedMembers(shed: Shed): Plugin {
  return {
    name: "shed-members",
    setup(hooks) {
      // Shared modules do nothing when they are loaded: one that is no longer used can go.
      hooks.onResolve({ filter: /^\.{1,2}\// }, async (given) => {
        if (given.pluginData === "resolved") return undefined;
        const { path } = await hooks.resolve(given.path, {
          resolveDir: given.resolveDir,
          kind: given.kind,
          importer: given.importer,
          pluginData: "resolved",
        });
        if (path.endsWith("/shared/ledger/ledger-faults.ts")) return { path: SOUND, sideEffects: false };
        return path.includes("/shared/") ? { path, sideEffects: false } : undefined;
      });
      hooks.onLoad({ filter: /\/shared\/capabilities\/.*\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        if (!source.includes("defineLedger(")) return undefined;
        const { code } = await transform(source, { loader: "ts", target: "es2020", sourcefile: path });
        return { contents: withoutMembers(code, shed), loader: "js" };
      });
    },
  };
}

/** The module without them in its calls of `defineLedger`. */
export function withoutMembers(code: string, { members, emptied = [] }: Shed): string {
  const cuts = definitionsIn(parse(code, { ecmaVersion: 2020, sourceType: "module" })).flatMap(
    ({ properties }) =>
      properties.flatMap((property) => {
        if (property.type !== "Property" || property.key.type !== "Identifier") return [];
        const { name } = property.key;
        const { start, end } = property;
        if (members.includes(name)) return [{ start, end, instead: "" }];
        return emptied.includes(name) ? [{ start, end, instead: `${name}: {},` }] : [];
      }),
  );
  let rest = code;
  for (const { start, end, instead } of cuts.sort((a, b) => b.start - a.start)) {
    const comma = /^\s*,/.exec(rest.slice(end))?.[0].length ?? 0;
    rest = rest.slice(0, start) + instead + rest.slice(end + comma);
  }
  return rest;
}

function definitionsIn(node: AnyNode): ObjectExpression[] {
  if (
    node.type === "CallExpression" &&
    node.callee.type === "Identifier" &&
    node.callee.name === "defineLedger"
  ) {
    const [definition] = node.arguments;
    return definition?.type === "ObjectExpression" ? [definition] : [];
  }
  return Object.values(node).flatMap((value: unknown) => {
    const children: unknown[] = Array.isArray(value) ? value : [value];
    return children.flatMap((child) => (isNode(child) ? definitionsIn(child) : []));
  });
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
