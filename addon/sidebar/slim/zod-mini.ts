// Stands in for zod/mini inside the sidebars: the few schemas that fields are made of, 20 kB smaller than the original.

interface Found {
  readonly data: unknown;
}
type Read = (given: unknown) => Found | null;
type Rule = (data: unknown) => boolean;

interface Schema {
  safeParse(given: unknown): { readonly success: boolean; readonly data?: unknown };
  /** A schema may stand for a rule. */
  check(...rules: readonly (Rule | Schema)[]): Schema;
}

function schema(read: Read): Schema {
  return {
    safeParse(given) {
      const found = read(given);
      return found ? { success: true, data: found.data } : { success: false };
    },
    check: (...rules) =>
      schema((given) => {
        const found = read(given);
        const holds = (rule: Rule | Schema) =>
          typeof rule === "function" ? rule(found?.data) : rule.safeParse(found?.data).success;
        return found && rules.every(holds) ? found : null;
      }),
  };
}

const where = (test: Rule): Schema => schema((given) => (test(given) ? { data: given } : null));

export const string = () => where((given) => typeof given === "string");
export const number = () => where((given) => typeof given === "number" && Number.isFinite(given));
export const boolean = () => where((given) => typeof given === "boolean");
export const int = () => where((given) => Number.isSafeInteger(given));
export const custom = (test: Rule = () => true) => where(test);

export function array(item: Schema): Schema {
  return schema((given) => {
    if (!Array.isArray(given)) return null;
    const parsed = given.map((entry) => item.safeParse(entry));
    return parsed.every(({ success }) => success) ? { data: parsed.map(({ data }) => data) } : null;
  });
}

/** Keeps the named properties only. */
export function object(shape: Readonly<Record<string, Schema>>): Schema {
  return schema((given) => {
    if (typeof given !== "object" || given === null || Array.isArray(given)) return null;
    const values = new Map<string, unknown>(Object.entries(given));
    const parsed = Object.entries(shape).map(([id, inner]) => ({ id, ...inner.safeParse(values.get(id)) }));
    if (!parsed.every(({ success }) => success)) return null;
    const kept = parsed.filter(({ id }) => values.has(id));
    return { data: Object.fromEntries(kept.map(({ id, data }) => [id, data])) };
  });
}

/** Refuses any other property. */
export function strictObject(shape: Readonly<Record<string, Schema>>): Schema {
  const inner = object(shape);
  return schema((given) => {
    const read = found(inner, given);
    const others = read && Object.keys(Object(given)).some((id) => !Object.hasOwn(shape, id));
    return others ? null : read;
  });
}

export const optional = (inner: Schema) =>
  schema((given) => (given === undefined ? { data: given } : found(inner, given)));
export const nullish = (inner: Schema) =>
  schema((given) => (given === undefined || given === null ? { data: given } : found(inner, given)));
export const nullable = (inner: Schema) =>
  schema((given) => (given === null ? { data: given } : found(inner, given)));
export const readonly = (inner: Schema) => inner;

function found(inner: Schema, given: unknown): Found | null {
  const { success, data } = inner.safeParse(given);
  return success ? { data } : null;
}

export const minLength =
  (least: number): Rule =>
  (data) =>
    lengthOf(data) >= least;
export const maxLength =
  (most: number): Rule =>
  (data) =>
    lengthOf(data) <= most;
export const gte =
  (least: number): Rule =>
  (data) =>
    typeof data === "number" && data >= least;
export const lte =
  (most: number): Rule =>
  (data) =>
    typeof data === "number" && data <= most;
export const minimum = gte;
export const maximum = lte;
export const refine =
  (test: (data: never) => unknown): Rule =>
  (data) =>
    Boolean(Reflect.apply(test, undefined, [data]));
export const regex =
  (expression: RegExp): Rule =>
  (data) =>
    typeof data === "string" && expression.test(data);

function lengthOf(data: unknown): number {
  return typeof data === "string" || Array.isArray(data) ? data.length : Number.NaN;
}
