// Apps Script's enums: objects that know their name, compare by identity and print as their name.
import { notProvided } from "./provided.ts";

class EnumValue {
  private readonly text: string;
  private readonly place: number;
  constructor(text: string, place: number) {
    this.text = text;
    this.place = place;
  }
  toString(): string {
    return this.text;
  }
  toJSON(): string {
    return this.text;
  }
  name(): string {
    return this.text;
  }
  ordinal(): number {
    return this.place;
  }
  compareTo(other: EnumValue): number {
    return this.place - other.ordinal();
  }
}

/** An enum with these members; the type is the one from the declarations. */
export function enumeration<Full extends object>(
  name: string,
  members: readonly (keyof Full & string)[],
): Full;
export function enumeration(name: string, members: readonly string[]): object {
  const values: Record<string, EnumValue> = {};
  members.forEach((member, place) => {
    values[member] = new EnumValue(member, place);
  });
  return new Proxy(values, {
    get(target, key): unknown {
      if (typeof key === "symbol" || key in target) return Reflect.get(target, key);
      if (key === "toJSON" || key === "then") return undefined;
      return notProvided(`${name}.${key}`);
    },
  });
}

/** The member whose name this is. */
export function memberNamed<Full extends object>(values: Full, name: string): Full[keyof Full];
export function memberNamed(values: object, name: string): unknown {
  return Reflect.get(values, name);
}
