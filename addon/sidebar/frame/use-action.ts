// Work behind a button: one at a time, however often it is pressed.
import { useRef, useState } from "preact/hooks";

export interface Action<A extends readonly unknown[]> {
  readonly busy: boolean;
  /** Does nothing while the work of an earlier press is under way. */
  run(...args: A): void;
}

export function useAction<A extends readonly unknown[]>(work: (...args: A) => Promise<void>): Action<A> {
  // A second click may come before the first one's rendering: the state alone would be too late.
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  return {
    busy,
    run(...args) {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      void work(...args).finally(() => {
        running.current = false;
        setBusy(false);
      });
    },
  };
}
