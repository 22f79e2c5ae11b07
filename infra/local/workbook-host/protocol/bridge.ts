// What the worker hands into a script's context: the one call to the host and the few things only Node can do.
export interface Bridge {
  /** Asks the host and waits. Answers with a plain value or throws an object with name and message. */
  readonly call: (operation: string, label: string, args: readonly unknown[]) => unknown;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => void;
  readonly log: (level: string, text: string) => void;
  readonly uuid: () => string;
  readonly digest: (algorithm: string, bytes: Uint8Array, key: Uint8Array | undefined) => Uint8Array;
  readonly encodeText: (text: string, charset: string) => Uint8Array;
  readonly decodeText: (bytes: Uint8Array, charset: string) => string;
  readonly base64: (bytes: Uint8Array) => string;
  readonly unbase64: (text: string) => Uint8Array;
  /** Contents of the add-on's HTML files, by name without extension. */
  readonly htmlFiles: Readonly<Record<string, string>>;
  readonly scriptTimeZone: string;
  readonly authMode: string;
  readonly scriptId: string;
}
