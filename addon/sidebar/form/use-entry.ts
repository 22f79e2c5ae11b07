// The life of an entry form: typed, kept as a draft, checked, sent once, answered; then the next one or the same one on.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import type { RowAnswer } from "../../rpc-contract.ts";
import type { Definition } from "../definition/definition.ts";
import { type Session, useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { call } from "../rpc/call.ts";
import { reasonOf } from "./change-reason.tsx";
import { type Checked, checkFields, type Problems, present } from "./check-fields.ts";
import { type Draft, draftStore } from "./draft-store.ts";
import { newRowId } from "./row-id.ts";

/** "next": saved and on to a new row; "keep": saved and still open. */
export type SaveMode = "next" | "keep";

/** A row that the script has taken. */
export interface Taken {
  readonly id: string;
  readonly answer: RowAnswer;
  /** As sent, in canonical form. */
  readonly values: Values;
  readonly extra: Values;
}

export interface EntryOptions<S> {
  readonly ledger: Definition;
  /** What a new row begins with. */
  begin(session: Session): { readonly raw: Values; readonly extra: Values };
  /** What is wrong with a new row before it is sent. */
  check(composed: Values): Checked;
  /** What is sent for what was typed. */
  compose(raw: Values, extra: Values): Values;
  /** Done after the row was taken, before the form is free again; its answer is shown. */
  follow(taken: Taken): Promise<S>;
}

export interface Entry<S> extends Draft {
  readonly problems: Problems;
  /** Why nothing was saved, when it is no matter of a field. */
  readonly failure: Text | null;
  /** Why an accepted month is changed; asked for by the backend. */
  readonly reason: string;
  changeReason(reason: string): void;
  readonly busy: boolean;
  /** True when what is shown was typed before a reload. */
  readonly restored: boolean;
  /** What came of the last save. */
  readonly saved: S | null;
  /** Grows with every refusal, so that the focus goes to the first problem. */
  readonly refusals: number;
  change(id: string, value: unknown): void;
  changeExtra(id: string, value: unknown): void;
  save(mode: SaveMode): void;
  /** Throws away what was typed. */
  discard(): void;
}

interface State extends Draft {
  readonly touched: boolean;
  readonly restored: boolean;
  readonly problems: Problems;
  readonly failure: Text | null;
  readonly reason: string;
  readonly refusals: number;
}

export function useEntry<S extends { readonly version: number }>(options: EntryOptions<S>): Entry<S> {
  const session = useSession();
  const { ledger } = options;
  const store = draftStore(session.boot, ledger.id);
  const fresh = (): State => ({
    id: newRowId(),
    version: 0,
    ...options.begin(session),
    touched: false,
    restored: false,
    problems: [],
    failure: null,
    reason: "",
    refusals: 0,
  });
  const [state, setState] = useState<State>(() => {
    const draft = store.read();
    return draft ? { ...fresh(), ...draft, touched: true, restored: true } : fresh();
  });
  const [saved, setSaved] = useState<S | null>(null);
  // What is saved is what was typed last, also when Enter follows a keystroke before the next rendering.
  const latest = useRef(state);
  const put = (next: State) => {
    latest.current = next;
    setState(next);
  };

  const edit = (part: "raw" | "extra", id: string, value: unknown) => {
    const now = latest.current;
    // What is being saved stands still; drawing anew takes back what was typed into it.
    if (saving.busy) return put({ ...now });
    // A form that stood open for hours begins at the time at which it is first used.
    const base = now.touched || now.version > 0 ? now : { ...now, ...options.begin(session) };
    // What a row refers to decides what else it needs: a new choice is judged anew.
    const decides = part === "extra" || ledger.fields[id]?.shape.control === "reference";
    const problems = decides ? [] : base.problems.filter(({ field }) => field !== id);
    const next = { ...base, [part]: { ...base[part], [id]: value }, touched: true, problems };
    put(next);
    store.write({ id: next.id, version: next.version, raw: next.raw, extra: next.extra });
  };

  const refuse = (problems: Problems, failure: Text | null) =>
    put({ ...latest.current, problems, failure, refusals: latest.current.refusals + 1 });

  const saving = useAction(async (mode: SaveMode) => {
    const { id, version, raw, extra, reason } = latest.current;
    const composed = options.compose(raw, extra);
    const checked =
      version === 0 ? options.check(composed) : checkFields(ledger.fields, composed, session.zone);
    if (checked.problems.length > 0) return refuse(checked.problems, null);
    const values = version === 0 ? present(checked.values) : checked.values;
    const result = await call("saveRow", {
      ledger: ledger.id,
      id,
      baseVersion: version,
      action: "upsert",
      values,
      ...reasonOf(reason),
    });
    if (!result.ok) return refuse([], result.message);
    const { value: answer } = result;
    if (answer.status === "refused" || answer.status === "conflict") return refuse(answer.problems, null);
    const outcome = await options.follow({ id, answer, values, extra });
    setSaved(outcome);
    store.clear();
    put(
      mode === "next"
        ? fresh()
        : {
            ...latest.current,
            version: outcome.version,
            problems: [],
            failure: null,
            reason: "",
            restored: false,
          },
    );
  });

  return {
    ...state,
    saved,
    busy: saving.busy,
    change: (id, value) => edit("raw", id, value),
    changeExtra: (id, value) => edit("extra", id, value),
    changeReason: (reason) => put({ ...latest.current, reason }),
    save: saving.run,
    discard() {
      store.clear();
      setSaved(null);
      put(fresh());
    },
  };
}

/** Sends the focus to the first field with a problem after each refusal. */
export function useFocusOnProblem(refusals: number) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    wrong?.closest("details")?.setAttribute("open", "");
    wrong?.focus();
  }, [refusals]);
  return form;
}
