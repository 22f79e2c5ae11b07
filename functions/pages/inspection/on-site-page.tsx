// The form for a phone: one card an item, with points, photo and note. It works without its script; with it, also without a connection.
import type { OnSiteEntry } from "../../../shared/capabilities/inspection/round.ts";
import {
  type Criterion,
  criteriaOf,
  type Scorecard,
} from "../../../shared/capabilities/inspection/scorecard.ts";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Versioned } from "../../storage/inspection-store.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { ON_SITE_SCRIPT_PATH } from "./on-site-script.ts";

const TEXTS = {
  title: { zh: "现场打分", en: "Scoring on site" },
  lead: {
    zh: "没有网络时也能打分：先存在本机，联网后自动上传，不会重复。",
    en: "Works without a connection: scores wait on this phone and are sent once there is one, never twice.",
  },
  points: { zh: "得分", en: "Points" },
  of: { zh: "满分", en: "of" },
  photo: { zh: "现场照片", en: "Photo taken on site" },
  note: { zh: "备注", en: "Note" },
  send: { zh: "提交", en: "Send" },
  nobody: { zh: "还没有打分", en: "not scored" },
  retry: { zh: "立即上传", en: "Send now" },
  choose: { zh: "请选择", en: "choose" },
} as const satisfies Record<string, Text>;

/** What the script says. */
const SAID = {
  idle: { zh: "全部已上传", en: "Everything is sent" },
  waiting: { zh: "{n} 条等待上传", en: "{n} waiting" },
  offline: { zh: "没有网络", en: "no connection" },
  saved: { zh: "已打 {n} 分", en: "scored {n}" },
  kept: { zh: "已存本机，等待上传：{n} 分", en: "kept on this phone: {n}" },
  conflict: {
    zh: "别人打了 {theirs} 分，您打了 {mine} 分，请核定：",
    en: "Scored {theirs} by somebody else, {mine} by you; settle on one:",
  },
  mine: { zh: "按我的", en: "Mine" },
  theirs: { zh: "按对方的", en: "Theirs" },
  signIn: {
    zh: "登录已过期，请重新登录；未上传的内容保留在本机。",
    en: "Please sign in again; what waits stays on this phone.",
  },
  leave: {
    zh: "还有 {n} 条没有上传，退出后将从本机清除。仍要退出吗？",
    en: "{n} are not sent yet and are removed when you sign out. Sign out all the same?",
  },
  photo: { zh: "请先拍一张现场照片。", en: "Please take a photo first." },
} as const satisfies Record<string, Text>;

export interface OnSitePageProps {
  readonly locale: Locale;
  readonly formToken: string;
  readonly person: string;
  readonly title: Text;
  readonly hall: Text;
  readonly back: string;
  readonly action: string;
  readonly worker: string;
  readonly scorecard: Scorecard;
  readonly entries: ReadonlyMap<string, Versioned<OnSiteEntry>>;
  readonly nameOf: (person: string) => string;
  /** A fresh id for each form. */
  readonly newCall: () => string;
  readonly now: string;
}

export function OnSitePage(props: OnSitePageProps) {
  const { locale, title, hall, back, person, worker, scorecard } = props;
  const t = (text: Text) => say(text, locale);
  const said = Object.fromEntries(Object.entries(SAID).map(([id, text]) => [id, t(text)]));
  return (
    <div
      class="on-site"
      id="on-site"
      data-person={person}
      data-said={JSON.stringify(said)}
      data-worker={worker}
    >
      <p class="crumbs">
        <a href={back}>← {t(title)}</a>
      </p>
      <h1>
        {t(TEXTS.title)} · {t(hall)}
      </h1>
      <p class="soft">{t(TEXTS.lead)}</p>
      <p class="on-site-state" role="status" aria-live="polite">
        <span id="queue-state" data-waiting="0"></span>{" "}
        <button type="button" class="plain" id="queue-retry" hidden>
          {t(TEXTS.retry)}
        </button>
      </p>
      {scorecard.sections.map((section) => {
        const own = section.criteria.filter(({ how }) => how.kind === "onSite");
        return own.length === 0 ? null : (
          <section key={section.id}>
            <h2>{t(section.title)}</h2>
            {own.map((item) => (
              <Card key={item.id} item={item} {...props} />
            ))}
          </section>
        );
      })}
      <script src={ON_SITE_SCRIPT_PATH} defer></script>
    </div>
  );
}

function Card({
  item,
  locale,
  formToken,
  action,
  entries,
  nameOf,
  newCall,
  now,
}: OnSitePageProps & { readonly item: Criterion }) {
  const t = (text: Text) => say(text, locale);
  const entry = entries.get(item.id);
  const steps = Array.from({ length: item.weight * 2 + 1 }, (_, at) => at / 2);
  return (
    <form
      class="panel on-site-item"
      method="post"
      action={action}
      enctype="multipart/form-data"
      data-item={item.id}
    >
      <input type="hidden" name={FORM_TOKEN} value={formToken} />
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name="call" value={newCall()} />
      <input type="hidden" name="baseVersion" value={String(entry?.version ?? 0)} />
      <input type="hidden" name="seenAt" value={now} />
      <h3>
        {t(item.text)} <span class="soft small">{item.clause}</span>
      </h3>
      <p class="item-state">
        {entry ? (
          <span class="badge good">
            {SAID.saved[locale].replace("{n}", String(entry.value.points))} · {nameOf(entry.value.by)} ·{" "}
            {showDateTime(entry.value.seenAt)}
          </span>
        ) : (
          <span class="badge">{t(TEXTS.nobody)}</span>
        )}
      </p>
      <p class="item-problem" role="alert" hidden></p>
      <label>
        <span>
          {t(TEXTS.points)}（{t(TEXTS.of)} {item.weight}）
        </span>
        <select name="points" required>
          <option value="">{t(TEXTS.choose)}</option>
          {steps.map((points) => (
            <option key={points} value={String(points)}>
              {points}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t(TEXTS.photo)}</span>
        <input type="file" name="photo" accept="image/*" capture="environment" required />
      </label>
      <label>
        <span>{t(TEXTS.note)}</span>
        <textarea name="note" rows={2} maxlength={500}></textarea>
      </label>
      <button type="submit">{t(TEXTS.send)}</button>
    </form>
  );
}

/** For those who write by hand: the same items on paper, with room for points, time and name. */
export function BlankPage({
  locale,
  title,
  scorecard,
  hall,
}: Pick<OnSitePageProps, "locale" | "title" | "scorecard"> & { readonly hall: Text | null }) {
  const t = (text: Text) => say(text, locale);
  return (
    <div class="blank-sheet">
      <h1>
        {t(title)} · {t({ zh: "现场检查表", en: "On-site sheet" })}
      </h1>
      <p>
        {t({ zh: "大厅：", en: "Hall: " })}
        {hall ? t(hall) : "________________________"}　{t({ zh: "日期：", en: "Date: " })}____________　
        {t({ zh: "检查员签名：", en: "Inspectors: " })}__________________________
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t({ zh: "项目", en: "Item" })}</th>
            <th scope="col">{t({ zh: "依据", en: "Clause" })}</th>
            <th scope="col">{t({ zh: "满分", en: "Weight" })}</th>
            <th scope="col">{t(TEXTS.points)}</th>
            <th scope="col">{t({ zh: "时间", en: "Time" })}</th>
            <th scope="col">{t({ zh: "照片编号", en: "Photo no." })}</th>
            <th scope="col">{t(TEXTS.note)}</th>
          </tr>
        </thead>
        <tbody>
          {criteriaOf(scorecard)
            .filter(({ how }) => how.kind === "onSite")
            .map(({ id, text, clause, weight }) => (
              <tr key={id}>
                <th scope="row">{t(text)}</th>
                <td>{clause}</td>
                <td>{weight}</td>
                <td></td>
                <td></td>
                <td></td>
                <td></td>
              </tr>
            ))}
        </tbody>
      </table>
      <h2>{t({ zh: "抽查来访人", en: "Sample of visitors" })}</h2>
      <table>
        <thead>
          <tr>
            {[
              { zh: "序号", en: "No." },
              { zh: "时段", en: "Window" },
              { zh: "台账中有 / 没有 / 无人来访", en: "in the ledger / not / nobody came" },
              { zh: "台账编号", en: "Serial" },
            ].map((text) => (
              <th key={text.en} scope="col">
                {t(text)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbersTo(scorecard.rules.visitors.sample).map((number) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td></td>
              <td></td>
              <td></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_, at) => at + 1);
}
