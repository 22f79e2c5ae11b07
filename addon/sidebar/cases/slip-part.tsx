// Prints the slip of a case that was logged before: with the correction list that is still open, if any.
import { useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import { asText } from "../form/raw-values.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { useSession } from "../frame/session.ts";
import type { RowHistory } from "../rpc/history.ts";
import { Slip } from "./slip.tsx";

const PRINT: Text = { zh: "打印回执", en: "Print slip" };

export function CaseSlipPart({ row }: { row: RowHistory }) {
  const { t, reference } = useSession();
  const [open, setOpen] = useState(false);
  const matter = reference?.findMatter(row.values.matter);
  if (!matter) return null;
  if (!open) {
    return (
      <p class="links">
        <BusyButton look="link" onPress={() => setOpen(true)}>
          {t(PRINT)}
        </BusyButton>
      </p>
    );
  }
  const data = {
    serial: row.serial,
    temporary: false,
    matter,
    receivedAt: asText(row.values.receivedAt),
    acceptedBy: asText(row.values.acceptedBy),
    dueDate: row.dueDate,
    provisional: row.provisional,
    missing: openList(row),
  };
  return <Slip data={data} close={() => setOpen(false)} />;
}

/** The materials of the last notice, while they are awaited. */
function openList(row: RowHistory): string[] {
  if (row.status !== "awaitingCorrection") return [];
  const items = row.events.findLast(({ action }) => action === "giveCorrectionNotice")?.data.items;
  return Array.isArray(items) ? items.map(String) : [];
}
