// Stands between the workbook host and the backend, on this process's own fetch: holds requests, or cuts them off.

interface Held {
  /** True once a request waits. */
  readonly arrived: Promise<void>;
  release(): void;
}

export class BackendGate {
  /** Past the gate, for the test itself. */
  readonly passing = globalThis.fetch;
  #waiting: Promise<void> | null = null;
  #arrived: () => void = () => {};
  /** Requests that still get through while the backend is stopping; null while it runs. */
  #left: number | null = null;

  /** @param part of the addresses that the gate stands before */
  constructor(part: string) {
    globalThis.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (!url.includes(part)) return this.passing(input, init);
      this.#arrived();
      await this.#waiting;
      if (this.#left === null) return this.passing(input, init);
      // The request is taken and done, and its answer never comes.
      if (this.#left-- > 0) await this.passing(input, init);
      throw new TypeError("connection reset");
    };
  }

  hold(): Held {
    let release = () => {};
    this.#waiting = new Promise((resolve) => {
      release = () => {
        this.#waiting = null;
        resolve();
      };
    });
    const arrived = new Promise<void>((resolve) => {
      this.#arrived = resolve;
    });
    return { arrived, release: () => release() };
  }

  /** @param after so many requests that still arrive, without an answer */
  stop({ after }: { readonly after: number }): void {
    this.#left = after;
  }

  start(): void {
    this.#left = null;
  }

  close(): void {
    globalThis.fetch = this.passing;
  }
}
