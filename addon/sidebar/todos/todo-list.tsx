// What waits for somebody here, by what has to be done; the most pressing first, in words and not only in colour.
import { useEffect, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import { type RpcResult, TODO_KINDS, type Todo } from "../../rpc-contract.ts";
import { weekdayOf } from "../due/due-line.tsx";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { usePolling } from "../frame/use-polling.ts";
import { call } from "../rpc/call.ts";

const LABELS: Record<Todo["kind"], Text> = {
  decision: { zh: "等您审批", en: "Waiting for your decision" },
  returned: { zh: "上报被退回,要改", en: "Report returned, to be mended" },
  owed: { zh: "该办未办", en: "Owed" },
  overdue: { zh: "已逾期", en: "Overdue" },
  dueSoon: { zh: "快到期", en: "Due soon" },
  refused: { zh: "被退回,要改", en: "Refused, to be mended" },
  conflict: { zh: "与别人的改动冲突", en: "In conflict with a colleague" },
  awaitingCorrection: { zh: "等补正材料", en: "Awaiting materials" },
  feedbackOwed: { zh: "要反馈群众", en: "Resident to be told" },
};

const LOOKS: Partial<Record<Todo["kind"], string>> = {
  decision: "warn",
  returned: "bad",
  owed: "warn",
  overdue: "bad",
  refused: "bad",
  dueSoon: "warn",
  conflict: "warn",
};

const WORDS = {
  loading: { zh: "正在查…", en: "Looking…" },
  nothing: { zh: "没有待办,都办好了。", en: "Nothing to do: everything is done." },
  refresh: { zh: "刷新", en: "Refresh" },
  due: { zh: "到期", en: "due" },
  onPage: { zh: "在网页上办理", en: "to be done on the web pages" },
} as const satisfies Record<string, Text>;

export function TodoList({ open }: { open: (todo: Todo) => void }) {
  const { t } = useSession();
  const [answer, setAnswer] = useState<RpcResult<readonly Todo[]> | null>(null);
  const loading = useAction(async () => setAnswer(await call("todos")));
  const { run } = loading;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list opens
  useEffect(() => run(), []);
  usePolling(run);
  const todos = answer?.ok ? answer.value : [];
  return (
    <>
      <p role="status" class={answer ? "hidden" : "waiting"}>
        {answer ? `${todos.length}` : t(WORDS.loading)}
      </p>
      {answer && !answer.ok && <Notice kind="problem">{t(answer.message)}</Notice>}
      {answer?.ok && todos.length === 0 && <Notice kind="done">{t(WORDS.nothing)}</Notice>}
      {TODO_KINDS.map((kind) => (
        <Group key={kind} kind={kind} todos={todos.filter((todo) => todo.kind === kind)} open={open} />
      ))}
      <div class="buttons">
        <BusyButton look="action" busy={loading.busy} onPress={run}>
          {t(WORDS.refresh)}
        </BusyButton>
      </div>
    </>
  );
}

interface GroupProps {
  readonly kind: Todo["kind"];
  readonly todos: readonly Todo[];
  open(todo: Todo): void;
}

function Group({ kind, todos, open }: GroupProps) {
  const { t } = useSession();
  if (todos.length === 0) return null;
  return (
    <section class="group" data-kind={kind}>
      <h2>
        {t(LABELS[kind])} <span class={`badge ${LOOKS[kind] ?? ""}`}>{todos.length}</span>
      </h2>
      <ul class="todos">
        {[...todos].sort(byDueDate).map((todo) => (
          <li key={`${todo.ledger}${todo.id}${todo.title}${todo.serial}`}>
            {todo.id === "" ? (
              <div class="todo">
                <TodoWords todo={todo} />
                <span class="soft">{t(WORDS.onPage)}</span>
              </div>
            ) : (
              <button type="button" class="todo" onClick={() => open(todo)}>
                <TodoWords todo={todo} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function TodoWords({ todo }: { todo: Todo }) {
  const { t } = useSession();
  return (
    <>
      <b>{todo.title}</b>
      <span class="soft">
        {todo.serial}
        {todo.dueDate && ` · ${t(WORDS.due)} ${todo.dueDate} ${t(weekdayOf(todo.dueDate))}`}
      </span>
    </>
  );
}

function byDueDate(a: Todo, b: Todo): number {
  return (a.dueDate ?? "9999") < (b.dueDate ?? "9999") ? -1 : 1;
}
