// Everything that happened to a row, newest first: what was done, by whom, and what it changed.
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Fields, Values } from "../../../shared/ledger/field.ts";
import type { Definition } from "../definition/definition.ts";
import { useSession } from "../frame/session.ts";
import type { RowHistory, RowRevision } from "../rpc/history.ts";
import { showValue } from "./show-value.ts";
import { stepsOf } from "./steps-of.ts";

const WORDS = {
  registered: { zh: "登记", en: "registered" },
  changed: { zh: "修改", en: "changed" },
  void: { zh: "作废", en: "voided" },
  erase: { zh: "删除个人信息", en: "personal details erased" },
  recount: { zh: "重新核算", en: "recounted" },
  claimed: { zh: "填写人", en: "entered by" },
  proved: { zh: "提交账号", en: "account" },
  personal: { zh: "个人信息有改动(不留原文):", en: "personal fields changed (not kept): " },
  step: { zh: "办理步骤", en: "step" },
} as const satisfies Record<string, Text>;

export function Timeline({ ledger, row }: { ledger: Definition; row: RowHistory }) {
  const { t } = useSession();
  const entries = [
    ...row.revisions.map((revision) => ({
      at: revision.at,
      key: `v${revision.version}`,
      body: <Revision ledger={ledger} revision={revision} people={row.people ?? {}} />,
    })),
    ...stepsOf(ledger, row).map(({ at, name, by }, place) => ({
      at,
      key: `s${place}`,
      body: (
        <>
          <b>{name}</b>
          <span class="soft">{by ? ` · ${by}` : ` · ${t(WORDS.step)}`}</span>
        </>
      ),
    })),
  ];
  // By wall time of one hall: the texts compare as the times do. Later versions of one minute stand first.
  const sorted = [...entries].reverse().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return (
    <ol class="timeline">
      {sorted.map(({ at, key, body }) => (
        <li key={key}>
          <time>{showDateTime(at)}</time>
          {body}
        </li>
      ))}
    </ol>
  );
}

interface RevisionProps {
  readonly ledger: Definition;
  readonly revision: RowRevision;
  readonly people: Readonly<Record<string, string>>;
}

function Revision({ ledger, revision, people }: RevisionProps) {
  const session = useSession();
  const { t } = session;
  const { action, enteredBy, syncedBy, personalChanged, version } = revision;
  const stepFields = ledger.transitions[action]?.fields;
  const labels = personalChanged.map((id) => {
    const field = ledger.fields[id];
    return field ? t(field.label) : id;
  });
  return (
    <>
      <b>{t(actionLabel(ledger, action, version))}</b>
      <span class="soft">
        {enteredBy && ` · ${t(WORDS.claimed)} ${people[enteredBy] ?? enteredBy}`}
        {` · ${t(WORDS.proved)} ${people[syncedBy] ?? syncedBy}`}
      </span>
      {revision.data && <Given fields={stepFields ?? {}} values={revision.data} />}
      {!stepFields && version > 1 && <Changes ledger={ledger} revision={revision} />}
      {version > 1 && labels.length > 0 && (
        <p class="soft">
          {t(WORDS.personal)}
          {labels.join(t({ zh: "、", en: ", " }))}
        </p>
      )}
    </>
  );
}

function actionLabel(ledger: Definition, action: string, version: number): Text {
  if (action === "upsert") return version === 1 ? WORDS.registered : WORDS.changed;
  if (action === "void" || action === "erase" || action === "recount") return WORDS[action];
  return ledger.transitions[action]?.label ?? { zh: action, en: action };
}

function Given({ fields, values }: { fields: Fields; values: Values }) {
  const session = useSession();
  return (
    <ul class="changes">
      {Object.entries(values).map(([id, value]) => {
        const field = fields[id];
        return (
          <li key={id}>
            {field && `${session.t(field.label)}: `}
            {showValue(field, value, session)}
          </li>
        );
      })}
    </ul>
  );
}

function Changes({ ledger, revision }: { ledger: Definition; revision: RowRevision }) {
  const session = useSession();
  return (
    <ul class="changes">
      {Object.keys(revision.after).map((id) => {
        const field = ledger.fields[id];
        return (
          <li key={id}>
            {field ? session.t(field.label) : id}: <del>{showValue(field, revision.before[id], session)}</del>{" "}
            → <ins>{showValue(field, revision.after[id], session)}</ins>
          </li>
        );
      })}
    </ul>
  );
}
