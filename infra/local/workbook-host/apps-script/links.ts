// Remembers, for each object handed to the script, the plain data behind it.
import { exception } from "./host.ts";

export class Links<Data> {
  private readonly what: string;
  private readonly data = new WeakMap<object, Data>();

  constructor(what: string) {
    this.what = what;
  }

  tie<Handle extends object>(handle: Handle, data: Data): Handle {
    this.data.set(handle, data);
    return handle;
  }

  find(handle: unknown): Data | undefined {
    return typeof handle === "object" && handle !== null ? this.data.get(handle) : undefined;
  }

  get(handle: unknown): Data {
    const found = this.find(handle);
    if (found === undefined) throw exception(`The parameters don't match: ${this.what} expected.`);
    return found;
  }
}
