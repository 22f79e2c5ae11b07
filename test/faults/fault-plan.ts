// Which calls go wrong and how, by a seed: the same seed asks for the same faults in the same order.
import { type SeededRandom, seededRandom } from "../../infra/local/seed/seeded-random.ts";

export const FAULTS = {
  cutBefore: "cut before it arrives",
  cutAfter: "answer lost",
  delay: "delayed past later ones",
  duplicate: "sent twice",
  busy: "answered 503",
  throttled: "throttled",
  outOfCapacity: "out of capacity",
  conflict: "transaction cancelled by a conflict",
  serverError: "internal error",
} as const;
export type Fault = keyof typeof FAULTS;

/** How many of a hundred calls meet a fault. */
export type FaultRates = Partial<Readonly<Record<Fault, number>>>;

export interface FaultPlan {
  /** What happens to the next call; nothing in most cases, and always while it is calm. */
  next(canBe: (fault: Fault) => boolean): Fault | undefined;
  /** For how long a delayed call waits, in milliseconds. */
  delay(): number;
  calm(is: boolean): void;
  /** What was done so far. */
  readonly tried: ReadonlyMap<Fault, number>;
  /** Calls that passed through while it stormed. */
  calls(): number;
}

/** Longer than most calls take, so that what was sent later arrives earlier. */
const LONGEST_DELAY_MS = 120;

export function faultPlan(seed: number, rates: FaultRates): FaultPlan {
  const random: SeededRandom = seededRandom(seed);
  const tried = new Map<Fault, number>();
  let isCalm = true;
  let calls = 0;
  const faults = Object.entries(rates).flatMap(([name, rate]) => (isFault(name) ? [{ name, rate }] : []));
  return {
    tried,
    calls: () => calls,
    calm: (is) => {
      isCalm = is;
    },
    delay: () => random.between(5, LONGEST_DELAY_MS),
    next(canBe) {
      if (isCalm) return undefined;
      calls++;
      let left = random.next() * 100;
      const found = faults.find(({ rate }) => {
        left -= rate;
        return left < 0;
      })?.name;
      if (found === undefined || !canBe(found)) return undefined;
      tried.set(found, (tried.get(found) ?? 0) + 1);
      return found;
    },
  };
}

function isFault(name: string): name is Fault {
  return name in FAULTS;
}
