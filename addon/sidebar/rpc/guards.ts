// Small type guards for what comes from outside: a fraction of the size of a schema library, and enough for JSON.

export type Guard<T> = (given: unknown) => given is T;
export type Guarded<G> = G extends Guard<infer T> ? T : never;

type Guards = Readonly<Record<string, Guard<unknown>>>;
type Shape<Needed extends Guards, Optional extends Guards> = {
  readonly [Id in keyof Needed]: Guarded<Needed[Id]>;
} & { readonly [Id in keyof Optional]?: Guarded<Optional[Id]> };

export const isText = (given: unknown): given is string => typeof given === "string";
export const isNumber = (given: unknown): given is number => typeof given === "number";
export const isFlag = (given: unknown): given is boolean => typeof given === "boolean";
export const isNull = (given: unknown): given is null => given === null;
export const isAnything = (_given: unknown): _given is unknown => true;

export function isOneOf<const T extends string>(...choices: readonly T[]): Guard<T> {
  return (given): given is T => choices.some((choice) => choice === given);
}

export function isNullOr<T>(guard: Guard<T>): Guard<T | null> {
  return (given): given is T | null => given === null || guard(given);
}

export function isListOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (given): given is readonly T[] => Array.isArray(given) && given.every(guard);
}

export function isRecordOf<T>(guard: Guard<T>): Guard<Readonly<Record<string, T>>> {
  return (given): given is Readonly<Record<string, T>> =>
    isObject(given) && Object.values(given).every(guard);
}

/** An object with these properties; others do no harm. An optional property is absent or of its kind. */
export function isShape<N extends Guards, O extends Guards = Record<never, never>>(
  needed: N,
  optional?: O,
): Guard<Shape<N, O>> {
  return (given): given is Shape<N, O> =>
    isObject(given) &&
    Object.entries(needed).every(([id, guard]) => guard(given[id])) &&
    Object.entries(optional ?? {}).every(([id, guard]) => given[id] === undefined || guard(given[id]));
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}
