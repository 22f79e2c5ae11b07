// Which functions an add-on's scripts declare at the top level: those that menus, triggers and pages can call.
import vm from "node:vm";
import type { Addon } from "./manifest.ts";

const known = new WeakMap<Addon, ReadonlySet<string>>();

/**
 * Runs the scripts in a bare context. Declarations are hoisted, so they are found even when code at the top
 * level fails for lack of a service.
 */
export function topLevelFunctions(addon: Addon): ReadonlySet<string> {
  const before = known.get(addon);
  if (before) return before;
  const global: object = Object.create(null);
  const context = vm.createContext(global);
  for (const { name, code } of addon.scripts) {
    try {
      vm.runInContext(code, context, { filename: name, timeout: 2000 });
    } catch {
      // The real run reports it.
    }
  }
  const found = new Set(
    Object.keys(global).filter((name) => typeof Reflect.get(global, name) === "function"),
  );
  known.set(addon, found);
  return found;
}
