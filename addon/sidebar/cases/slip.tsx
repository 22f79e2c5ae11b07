// The acceptance slip (受理回执): shown in the sidebar, printed from it, and given to the resident.
import { useEffect, useRef } from "preact/hooks";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { weekdayOf } from "../due/due-line.tsx";
import { BusyButton } from "../frame/busy-button.tsx";
import { useSession } from "../frame/session.ts";
import { limitLabel } from "../matters/matter-labels.ts";
import type { ReferenceMatter } from "../rpc/reference.ts";

export interface SlipData {
  readonly serial: string;
  /** The number stands in until the centre has given the real one. */
  readonly temporary: boolean;
  readonly matter: ReferenceMatter;
  readonly receivedAt: string;
  readonly acceptedBy: string;
  readonly dueDate: string | null;
  readonly provisional: boolean;
  /** What is still to be brought, all of it, named once. */
  readonly missing: readonly string[];
}

const WORDS = {
  slip: { zh: "受理回执", en: "Acceptance slip" },
  notice: { zh: "受理回执(一次性告知)", en: "Acceptance slip with one-time notice" },
  number: { zh: "编号", en: "Number" },
  temporary: { zh: "(临时号,正式编号以大厅为准)", en: "(temporary; the hall tells the final number)" },
  matter: { zh: "事项", en: "Service item" },
  received: { zh: "收件时间", en: "Received at" },
  by: { zh: "受理人员", en: "Accepted by" },
  limit: { zh: "办理期限", en: "Time limit" },
  due: { zh: "到期日", en: "Due" },
  provisional: { zh: "(暂定)", en: "(provisional)" },
  afterMaterials: {
    zh: "材料补齐之日的次日起计算",
    en: "counted from the day after the materials are complete",
  },
  missing: { zh: "请补交以下材料(一次告知,不再增加)", en: "Please bring (this list is complete)" },
  nothingMissing: { zh: "材料已齐", en: "All materials are complete" },
  upstream: {
    zh: "本大厅办理后还要上报上级部门审批,上级时间另计。",
    en: "An outside agency decides after the hall; its own time is added.",
  },
  complaints: { zh: "监督投诉电话", en: "Complaints" },
  printed: { zh: "打印时间", en: "Printed at" },
  print: { zh: "打印", en: "Print" },
  close: { zh: "返回", en: "Back" },
} as const satisfies Record<string, Text>;

export function Slip({ data, close }: { data: SlipData; close: () => void }) {
  const { t, reference, facts } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const incomplete = data.missing.length > 0;
  return (
    <div class="slip-view">
      <article class="slip">
        <p class="slip-hall">{reference && t(reference.hall.name)}</p>
        <h2 ref={heading} tabIndex={-1}>
          {t(incomplete ? WORDS.notice : WORDS.slip)}
        </h2>
        <dl>
          <dt>{t(WORDS.number)}</dt>
          <dd>
            <b>{data.serial}</b> {data.temporary && t(WORDS.temporary)}
          </dd>
          <dt>{t(WORDS.matter)}</dt>
          <dd>{t(data.matter.name)}</dd>
          <dt>{t(WORDS.received)}</dt>
          <dd>{showDateTime(data.receivedAt)}</dd>
          <dt>{t(WORDS.by)}</dt>
          <dd>{data.acceptedBy}</dd>
          <dt>{t(WORDS.limit)}</dt>
          <dd>{t(limitLabel(data.matter.timeLimit))}</dd>
          <dt>{t(WORDS.due)}</dt>
          <dd>
            {incomplete ? t(WORDS.afterMaterials) : dueWords(data.dueDate, t)}
            {!incomplete && data.dueDate && data.provisional && t(WORDS.provisional)}
          </dd>
        </dl>
        {incomplete ? (
          <section>
            <h3>{t(WORDS.missing)}</h3>
            <ol>
              {data.missing.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ol>
          </section>
        ) : (
          data.matter.materials.length > 0 && <p>{t(WORDS.nothingMissing)}</p>
        )}
        {data.matter.upstream && <p>{t(WORDS.upstream)}</p>}
        <p class="slip-foot">
          {t(WORDS.complaints)} {reference?.hall.complaintPhone}
          <br />
          {t(WORDS.printed)} {showDateTime(facts()?.now ?? data.receivedAt)}
        </p>
      </article>
      <div class="buttons no-print">
        <BusyButton look="action" onPress={() => window.print()}>
          {t(WORDS.print)}
        </BusyButton>
        <BusyButton onPress={close}>{t(WORDS.close)}</BusyButton>
      </div>
    </div>
  );
}

function dueWords(dueDate: string | null, t: (text: Text) => string): string {
  return dueDate ? `${dueDate} ${t(weekdayOf(dueDate))}` : "—";
}
