// google.script inside a sidebar or dialog: calls travel to the spreadsheet page, which passes them to the host.
import { findUnserialisable } from "../apps-script/rpc-values.ts";

interface Settings {
  readonly pageOrigin: string;
  readonly functions: readonly string[];
}

interface Call {
  readonly success: ((value: unknown, userObject: unknown) => void) | undefined;
  readonly failure: ((error: Error, userObject: unknown) => void) | undefined;
  readonly userObject: unknown;
}

declare global {
  interface Window {
    googleScriptSettings: Settings;
    google: unknown;
  }
}

/** Calls under way at once; more wait their turn. */
const callsAtOnce = 10;

const { pageOrigin, functions } = window.googleScriptSettings;
const underWay = new Map<number, Call>();
const waiting: { id: number; name: string; args: string }[] = [];
let lastId = 0;

const post = (message: object): void => window.parent.postMessage(message, pageOrigin);

function startNext(): void {
  while (underWay.size - waiting.length < callsAtOnce) {
    const next = waiting.shift();
    if (!next) return;
    post({ kind: "call", ...next });
  }
}

/** A form is sent as its fields, as at Google. */
function plainArgument(value: unknown): unknown {
  if (!(value instanceof HTMLFormElement)) return value;
  const fields: Record<string, unknown> = {};
  for (const [name, field] of new FormData(value))
    fields[name] = typeof field === "string" ? field : field.name;
  return fields;
}

function call(name: string, args: unknown[], handlers: Call): void {
  const plain = args.map(plainArgument);
  const problem = findUnserialisable(plain, "arguments");
  if (problem !== undefined) throw new TypeError(`Failed due to illegal value in property: ${problem}`);
  lastId += 1;
  underWay.set(lastId, handlers);
  waiting.push({ id: lastId, name, args: JSON.stringify(plain) });
  startNext();
}

function runner(handlers: Call): object {
  const methods: Record<string, unknown> = {
    withSuccessHandler: (success: Call["success"]) => runner({ ...handlers, success }),
    withFailureHandler: (failure: Call["failure"]) => runner({ ...handlers, failure }),
    withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
  };
  for (const name of functions) methods[name] = (...args: unknown[]): void => call(name, args, handlers);
  return methods;
}

window.addEventListener("message", (event) => {
  if (event.origin !== pageOrigin || event.source !== window.parent) return;
  const { kind, id, ok, json, message } = event.data ?? {};
  if (kind !== "answer") return;
  const handlers = underWay.get(id);
  if (!handlers) return;
  underWay.delete(id);
  startNext();
  if (ok) handlers.success?.(json === undefined ? undefined : JSON.parse(json), handlers.userObject);
  else {
    const error = new Error(String(message));
    error.name = "ScriptError";
    if (handlers.failure) handlers.failure(error, handlers.userObject);
    else console.error(error);
  }
});

// Escape closes a dialog even while its contents have the focus.
window.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented) post({ kind: "escape" });
});

window.google = {
  script: {
    run: runner({ success: undefined, failure: undefined, userObject: undefined }),
    host: {
      close: () => post({ kind: "close" }),
      setHeight: (height: number) => post({ kind: "resize", height }),
      setWidth: (width: number) => post({ kind: "resize", width }),
      editor: { focus: () => post({ kind: "focus-editor" }) },
      origin: pageOrigin,
    },
    url: {
      getLocation: (callback: (location: object) => void) =>
        callback({ hash: "", parameter: {}, parameters: {} }),
    },
    history: { push: () => undefined, replace: () => undefined, setChangeHandler: () => undefined },
  },
};
