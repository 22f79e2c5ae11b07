// Completes a partial implementation: whatever the host does not provide throws an error that names it.
import { labelled } from "./host.ts";

const notObjects = new Set<string | symbol>(["then", "toJSON", "constructor", "valueOf", "inspect"]);

const standIns = new WeakSet<object>();

/** Throws for a member that this host lacks. */
export function notProvided(name: string): never {
  const error = new Error(`${name} is not provided by this host`);
  error.name = "NotProvidedError";
  throw error;
}

/**
 * Stands for the complete Apps Script interface. Members of `provided` work; any other member throws as soon as
 * it is touched, so that a script never runs on with an undefined.
 */
export function standFor<Full extends object>(name: string, provided: Partial<Full>): Full;
export function standFor(name: string, provided: object): object {
  // A builder returns itself from each step.
  if (standIns.has(provided)) return provided;
  const methods = new Map<string | symbol, unknown>();
  const standIn = new Proxy(provided, {
    get(target, key, receiver): unknown {
      const known = methods.get(key);
      if (known !== undefined) return known;
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof value === "function" && typeof key === "string") {
        const method = (...args: unknown[]): unknown =>
          labelled(`${name}.${key}`, () => {
            const result: unknown = Reflect.apply(value, receiver, args);
            return result;
          });
        methods.set(key, method);
        return method;
      }
      if (value !== undefined || typeof key === "symbol" || notObjects.has(key) || key in target)
        return value;
      if (key === "toString") return () => name;
      return notProvided(`${name}.${key}`);
    },
    set(target, key, value): boolean {
      return Reflect.set(target, key, value);
    },
  });
  standIns.add(standIn);
  return standIn;
}

/** A whole service that this host lacks, such as DriveApp. */
export const absentService = (name: string): object => standFor<object>(name, {});
