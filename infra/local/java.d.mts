// Types of java.mjs, which stays plain JavaScript because it runs before anything is installed.

export declare const JAVA_AT_LEAST: number;
export declare function findJava(): string | undefined;
