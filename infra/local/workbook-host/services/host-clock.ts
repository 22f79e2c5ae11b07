// The clock that everything in the host follows; it can be moved.
export interface HostClock {
  /** Epoch milliseconds. */
  now(): number;
  /** True when time stands still between moves, as in tests. */
  isFrozen?(): boolean;
  /** Moves the clock; undefined goes back to real time. A host without it cannot be moved from its clock page. */
  moveTo?(epochMs: number | undefined): void | Promise<void>;
}

/** A clock that runs with real time until it is moved, and then runs on from there. */
export class MovableClock implements HostClock {
  private offset = 0;
  now(): number {
    return Date.now() + this.offset;
  }
  moveTo(epochMs: number | undefined): void {
    this.offset = epochMs === undefined ? 0 : epochMs - Date.now();
  }
}

/** A clock that stands still: for tests. */
export class FrozenClock implements HostClock {
  private epochMs: number;
  constructor(epochMs: number) {
    this.epochMs = epochMs;
  }
  now(): number {
    return this.epochMs;
  }
  isFrozen(): boolean {
    return true;
  }
  moveTo(epochMs: number | undefined): void {
    if (epochMs !== undefined) this.epochMs = epochMs;
  }
}
