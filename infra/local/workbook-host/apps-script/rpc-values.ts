// Which values google.script.run may carry: plain JSON and nothing else.

/** A sentence about the first value that cannot be carried, or undefined when all is well. */
export function findUnserialisable(value: unknown, path = "result"): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "string" || typeof value === "boolean") return undefined;
  if (typeof value === "number") {
    return Number.isFinite(value) ? undefined : `${path} is not a finite number`;
  }
  if (typeof value !== "object") return `${path} is a ${typeof value}`;
  if (value instanceof Date) return `${path} is a Date (send a text instead)`;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const problem = findUnserialisable(item, `${path}[${index}]`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return `${path} is no plain object`;
  for (const [key, item] of Object.entries(value)) {
    const problem = findUnserialisable(item, `${path}.${key}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
