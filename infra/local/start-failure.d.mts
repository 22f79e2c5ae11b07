// Types of start-failure.mjs, which stays plain JavaScript because it runs before anything is installed.
import type { Text } from "../../shared/kernel/text.ts";

export declare class StartFailure extends Error {
  constructor(sentence: Text, output?: string);
  readonly sentence: Text;
}

export declare function endWith(error: unknown): never;
