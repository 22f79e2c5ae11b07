// The sidebar with what waits for the clerk; a click opens the case in its place.
import { useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Todo } from "../../rpc-contract.ts";
import { start } from "../frame/start.tsx";
import { AnyRow } from "../row/any-row.tsx";
import { TodoList } from "../todos/todo-list.tsx";

const TITLE: Text = { zh: "我的待办", en: "My to-dos" };

function TodosSidebar() {
  const [open, setOpen] = useState<Todo | null>(null);
  if (open) return <AnyRow ledger={open.ledger} id={open.id} back={() => setOpen(null)} />;
  return <TodoList open={setOpen} />;
}

start(TITLE, TodosSidebar);
