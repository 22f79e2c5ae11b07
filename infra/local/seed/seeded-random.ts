// Chance that comes out the same every time: the demonstration has to be the same on every machine.

export interface SeededRandom {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from the first to the last, both included. */
  between(first: number, last: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** A version-4-shaped UUID. */
  uuid(): string;
}

/** mulberry32: small, fast, and good enough for invented residents. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const random: SeededRandom = {
    next,
    between: (first, last) => first + Math.floor(next() * (last - first + 1)),
    chance: (probability) => next() < probability,
    pick: (choices) => {
      const found = choices[Math.floor(next() * choices.length)];
      if (found === undefined) throw new Error("nothing to pick from");
      return found;
    },
    uuid: () => {
      const digits = Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16));
      digits[12] = "4";
      digits[16] = "8";
      const text = digits.join("");
      return [
        text.slice(0, 8),
        text.slice(8, 12),
        text.slice(12, 16),
        text.slice(16, 20),
        text.slice(20),
      ].join("-");
    },
  };
  return random;
}
