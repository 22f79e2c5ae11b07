// Who approves leave in a centre's halls: what is in force, and a form that changes it from a day on.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { choiceOf, LEAVE_PRESETS } from "../../../shared/capabilities/organisation/leave-rules.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { CentrePolicy } from "../../../shared/ledger/facts.ts";
import { roleName } from "../design/role-names.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";

export const RULES_TEXTS = {
  title: { zh: "请假审批规定", en: "Who approves leave" },
  inForce: { zh: "现行规定", en: "In force" },
  upTo: { zh: "请假", en: "Leave" },
  days: { zh: "天以内", en: "days at most" },
  more: { zh: "更长", en: "longer" },
  none: {
    zh: "没有规定:申请会停下来,不会代为批准",
    en: "no rule: a request stops and is never approved by itself",
  },
  outing: { zh: "短时外出", en: "Short outings" },
  outingYes: { zh: "须经批准(D3 一1)", en: "need approval (D3 一1)" },
  outingNo: { zh: "只须告知行踪(D2 一(六))", en: "need notice only (D2 一(六))" },
  absent: { zh: "逾期未说明", en: "Unexplained in time" },
  absentYes: { zh: "按旷工处理(D4 一)", en: "counts as absent without leave (D4 一)" },
  absentNo: { zh: "只列为未说明", en: "stays unexplained" },
  change: { zh: "修改规定", en: "Change the rules" },
  from: { zh: "生效日期", en: "In force from" },
  preset: { zh: "审批档次", en: "Tiers" },
  long: { zh: "D2 未写明的第三档(2 天以上)", en: "D2's missing third case (over two days)" },
  longNone: { zh: "暂不规定", en: "leave it without a rule" },
  suggested: { zh: "建议:主任(主要领导)", en: "suggested: the director (principal leader)" },
  save: { zh: "保存", en: "Save" },
  saved: {
    zh: "已保存，自生效日期起执行；已经办过的不变。",
    en: "Saved: in force from its day on; what was decided stays.",
  },
} as const satisfies Record<string, Text>;

export interface LeaveRulesPageProps {
  readonly centre: Centre;
  readonly policy: CentrePolicy;
  readonly today: PlainDate;
  readonly saved: boolean;
  readonly mayChange: boolean;
  readonly formToken: string;
  readonly locale: Locale;
}

export function LeaveRulesPage(props: LeaveRulesPageProps) {
  const { centre, policy, today, saved, mayChange, locale } = props;
  const t = (text: Text) => say(text, locale);
  const later = centre.policies.filter(({ from }) => from > today).sort((a, b) => (a.from < b.from ? -1 : 1));
  return (
    <>
      <p class="crumbs soft">{t(centre.name)}</p>
      <h1>{t(RULES_TEXTS.title)}</h1>
      {saved && (
        <p class="notice" role="status">
          {t(RULES_TEXTS.saved)}
        </p>
      )}
      <Rules title={t(RULES_TEXTS.inForce)} policy={policy} locale={locale} />
      {later.map(({ from, policy: next }) => (
        <Rules key={from} title={`${t(RULES_TEXTS.from)} ${from}`} policy={next} locale={locale} />
      ))}
      {mayChange && <RulesForm {...props} />}
    </>
  );
}

function Rules({ title, policy, locale }: { title: string; policy: CentrePolicy; locale: Locale }) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="panel">
      <h2>{title}</h2>
      <dl class="facts">
        {policy.leaveTiers.map(({ maxHalfDays, approvers }) => (
          <div key={String(maxHalfDays)}>
            <dt>
              {t(RULES_TEXTS.upTo)}{" "}
              {maxHalfDays === null ? t(RULES_TEXTS.more) : `${maxHalfDays / 2} ${t(RULES_TEXTS.days)}`}
            </dt>
            <dd>
              {approvers.length > 0
                ? approvers.map((role) => t(roleName(role))).join(" → ")
                : t(RULES_TEXTS.none)}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t(RULES_TEXTS.outing)}</dt>
          <dd>{t(policy.outingNeedsApproval ? RULES_TEXTS.outingYes : RULES_TEXTS.outingNo)}</dd>
        </div>
        <div>
          <dt>{t(RULES_TEXTS.absent)}</dt>
          <dd>{t(policy.absenteeism ? RULES_TEXTS.absentYes : RULES_TEXTS.absentNo)}</dd>
        </div>
      </dl>
    </section>
  );
}

function RulesForm({ policy, today, formToken, locale }: LeaveRulesPageProps) {
  const t = (text: Text) => say(text, locale);
  // What is in force stands chosen: whoever changes one thing changes nothing else.
  const chosen = choiceOf(policy.leaveTiers);
  const longLeave = chosen?.preset === "D2" ? chosen.longLeave : "director";
  const yesNo = (name: string, yes: Text, no: Text, now: boolean) => (
    <select name={name} id={name}>
      <option value="true" selected={now}>
        {t(yes)}
      </option>
      <option value="false" selected={!now}>
        {t(no)}
      </option>
    </select>
  );
  return (
    <form class="panel row-form" method="post" action={pagePaths.leaveRules}>
      <h2>{t(RULES_TEXTS.change)}</h2>
      <input type="hidden" name={FORM_TOKEN} value={formToken} />
      <label>
        {t(RULES_TEXTS.from)}
        <input type="date" name="from" min={today} value={today} required />
      </label>
      <label>
        {t(RULES_TEXTS.preset)}
        <select name="preset">
          {Object.entries<Text>(LEAVE_PRESETS).map(([code, label]) => (
            <option key={code} value={code} selected={code === chosen?.preset}>
              {t(label)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t(RULES_TEXTS.long)}
        <select name="longLeave">
          <option value="director" selected={longLeave === "director"}>
            {t(RULES_TEXTS.suggested)}
          </option>
          <option value="supervisingLeader" selected={longLeave === "supervisingLeader"}>
            {t(roleName("supervisingLeader"))}
          </option>
          <option value="" selected={longLeave === ""}>
            {t(RULES_TEXTS.longNone)}
          </option>
        </select>
      </label>
      <label for="outingNeedsApproval">
        {t(RULES_TEXTS.outing)}
        {yesNo(
          "outingNeedsApproval",
          RULES_TEXTS.outingYes,
          RULES_TEXTS.outingNo,
          policy.outingNeedsApproval,
        )}
      </label>
      <label for="absenteeism">
        {t(RULES_TEXTS.absent)}
        {yesNo("absenteeism", RULES_TEXTS.absentYes, RULES_TEXTS.absentNo, policy.absenteeism)}
      </label>
      <button type="submit">{t(RULES_TEXTS.save)}</button>
    </form>
  );
}
