// The sidebar with what waits for the clerk; a click opens the case in its place.
import { useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import { findLedger } from "../../../shared/ledgers.ts";
import type { Todo } from "../../rpc-contract.ts";
import { start } from "../frame/start.tsx";
import { RowView } from "../row/row-view.tsx";
import { TodoList } from "../todos/todo-list.tsx";

const TITLE: Text = { zh: "我的待办", en: "My to-dos" };

function TodosSidebar() {
  const [open, setOpen] = useState<Todo | null>(null);
  const ledger = open ? findLedger(open.ledger) : undefined;
  if (open && ledger) return <RowView ledger={ledger} id={open.id} back={() => setOpen(null)} />;
  return <TodoList open={setOpen} />;
}

start(TITLE, TodosSidebar);
