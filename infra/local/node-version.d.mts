// Types of node-version.mjs, which stays plain JavaScript because it runs before anything is installed.
import type { Text } from "../../shared/kernel/text.ts";

export declare function isNodeNewEnough(version: string): boolean;
export declare const nodeTooOld: Text;
