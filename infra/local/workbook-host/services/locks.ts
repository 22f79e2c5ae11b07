// Script, user and document locks: first come, first served, released when their execution ends.
interface Waiter {
  readonly owner: string;
  readonly grant: (got: boolean) => void;
  readonly timer: NodeJS.Timeout;
}

interface LockState {
  owner: string | undefined;
  readonly queue: Waiter[];
}

export class Locks {
  private readonly states = new Map<string, LockState>();

  /** Resolves true once the owner holds the lock, false when the time is up. */
  acquire(key: string, owner: string, timeoutMs: number): Promise<boolean> {
    const state = this.stateOf(key);
    if (state.owner === undefined || state.owner === owner) {
      state.owner = owner;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const waiter: Waiter = {
        owner,
        grant: resolve,
        timer: setTimeout(() => {
          state.queue.splice(state.queue.indexOf(waiter), 1);
          resolve(false);
        }, timeoutMs),
      };
      state.queue.push(waiter);
    });
  }

  release(key: string, owner: string): void {
    const state = this.stateOf(key);
    if (state.owner !== owner) return;
    const next = state.queue.shift();
    state.owner = next?.owner;
    if (next) {
      clearTimeout(next.timer);
      next.grant(true);
    }
  }

  releaseAll(owner: string): void {
    for (const [key, state] of this.states) {
      for (const waiter of state.queue.filter((each) => each.owner === owner)) {
        clearTimeout(waiter.timer);
        state.queue.splice(state.queue.indexOf(waiter), 1);
      }
      this.release(key, owner);
    }
  }

  private stateOf(key: string): LockState {
    let state = this.states.get(key);
    if (!state) {
      state = { owner: undefined, queue: [] };
      this.states.set(key, state);
    }
    return state;
  }
}
