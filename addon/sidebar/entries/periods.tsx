// The sidebar in which a hall's head signs days, confirms weeks and submits reports under their own account.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import { start } from "../frame/start.tsx";
import type { Owed } from "../periods/period-answers.ts";
import { PeriodList } from "../periods/period-list.tsx";
import { PeriodView } from "../periods/period-view.tsx";

const TITLE: Text = { zh: "签认和上报", en: "Sign and report" };

function PeriodsSidebar() {
  const [open, setOpen] = useState<Owed | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const wasElsewhere = useRef(false);
  // What was clicked is gone: the keyboard goes on in what came in its place.
  useEffect(() => {
    if (open || wasElsewhere.current) place.current?.focus();
    wasElsewhere.current = open !== null;
  }, [open]);
  return (
    <div ref={place} tabIndex={-1}>
      {open ? <PeriodView owed={open} back={() => setOpen(null)} /> : <PeriodList open={setOpen} />}
    </div>
  );
}

start(TITLE, PeriodsSidebar);
