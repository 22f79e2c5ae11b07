// Measures contestants in turn, round by round, so that a noisy minute hits all of them; medians with their spread.

import * as z from "zod";

/** JSON has no NaN, which stands for what cannot be measured: it is written as null. */
const measured = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.NaN);

export const Sample = z.strictObject({
  median: measured,
  /** The first and the last quartile; with fewer than four rounds the least and the most. */
  low: measured,
  high: measured,
  rounds: z.number(),
});
export type Sample = Readonly<z.infer<typeof Sample>>;

export function sampleOf(values: readonly number[]): Sample {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => {
    const place = (sorted.length - 1) * part;
    const [below, above] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
    return below + (above - below) * (place - Math.floor(place));
  };
  const edge = sorted.length < 4 ? 0 : 0.25;
  return { median: at(0.5), low: at(edge), high: at(1 - edge), rounds: sorted.length };
}

/** Something that is counted, not timed: it has no spread. */
export function counted(value: number): Sample {
  return { median: value, low: value, high: value, rounds: 1 };
}

export type Contestants<N extends string> = Readonly<Record<N, (round: number) => Promise<number> | number>>;

/**
 * Runs each contestant once a round. Who begins moves on by one each round, so that nobody always runs after the same
 * other. A first round warms and is thrown away, unless a round is so long that its beginning does not count.
 */
export async function interleave<N extends string>(
  rounds: number,
  contestants: Contestants<N>,
  { warm = true }: { readonly warm?: boolean } = {},
): Promise<Record<N, Sample>> {
  const names = namesOf(contestants);
  const values = new Map(names.map((name): [N, number[]] => [name, []]));
  for (let round = 0; round < rounds + (warm ? 1 : 0); round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round) % names.length];
      if (name === undefined) continue;
      const value = await contestants[name](round);
      if (round > 0 || !warm) values.get(name)?.push(value);
    }
  }
  const samples: Partial<Record<N, Sample>> = {};
  for (const [name, own] of values) samples[name] = sampleOf(own);
  return complete(samples, names);
}

function namesOf<N extends string>(contestants: Contestants<N>): N[] {
  const isName = (name: string): name is N => name in contestants;
  return Object.keys(contestants).filter(isName);
}

function complete<N extends string>(samples: Partial<Record<N, Sample>>, names: readonly N[]) {
  const isComplete = (all: Partial<Record<N, Sample>>): all is Record<N, Sample> =>
    names.every((name) => all[name] !== undefined);
  if (!isComplete(samples)) throw new Error("a contestant was not measured");
  return samples;
}

/** Milliseconds that something takes. */
export async function millisecondsOf(run: () => Promise<unknown> | unknown): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/** Milliseconds of this process's own computing. */
export async function cpuMillisecondsOf(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
