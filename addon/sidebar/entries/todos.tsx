// The sidebar with what waits for the clerk; a click opens the case in its place.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Todo } from "../../rpc-contract.ts";
import { start } from "../frame/start.tsx";
import { AnyRow } from "../row/any-row.tsx";
import { TodoList } from "../todos/todo-list.tsx";

const TITLE: Text = { zh: "我的待办", en: "My to-dos" };

function TodosSidebar() {
  const [open, setOpen] = useState<Todo | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const wasElsewhere = useRef(false);
  // What was clicked is gone: the keyboard goes on in what came in its place.
  useEffect(() => {
    if (open || wasElsewhere.current) place.current?.focus();
    wasElsewhere.current = open !== null;
  }, [open]);
  return (
    <div ref={place} tabIndex={-1}>
      {open ? (
        <AnyRow ledger={open.ledger} id={open.id} back={() => setOpen(null)} />
      ) : (
        <TodoList open={setOpen} />
      )}
    </div>
  );
}

start(TITLE, TodosSidebar);
