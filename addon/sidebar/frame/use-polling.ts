// Asks again from time to time while somebody looks: between the hourly runs an open sidebar keeps a workbook fresh.
import { useEffect, useRef } from "preact/hooks";

/** Twenty clerks that look all day stay far below the quota of 20,000 calls a day. */
const EVERY_MS = 120_000;

export function usePolling(ask: () => void): void {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) latest.current();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
}
