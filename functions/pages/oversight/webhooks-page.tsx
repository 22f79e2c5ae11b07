// The groups that get messages: registered, removed; an address is never shown again.
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { WEBHOOK_KINDS } from "../../messages/webhook-address.ts";
import { shownWebhook, type Webhook } from "../../messages/webhook-store.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { OVERSIGHT_TEXTS, WEBHOOK_TEXTS } from "./oversight-texts.ts";
import { ProblemList } from "./problem-list.tsx";
import { showInstant } from "./show-instant.ts";

export interface WebhooksPageProps {
  readonly webhooks: readonly Webhook[];
  readonly halls: readonly Hall[];
  readonly done: "registered" | "removed" | undefined;
  readonly problems: readonly Problem[];
  /** What was typed before it was refused; never the secret. */
  readonly given: { readonly name: string; readonly url: string };
  readonly nameOf: (person: string) => string;
  readonly locale: Locale;
  readonly formToken: string;
}

const SERVICE_NAMES: Readonly<Record<Webhook["kind"], Text>> = {
  wecom: { zh: "企业微信", en: "WeCom" },
  dingtalk: { zh: "钉钉", en: "DingTalk" },
};

export function WebhooksPage(props: WebhooksPageProps) {
  const { webhooks, halls, done, problems, given, locale, formToken } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <h1>{t({ zh: "群机器人", en: "Groups" })}</h1>
      <p class="soft">{t(WEBHOOK_TEXTS.lead)}</p>
      {done && (
        <p class="notice" role="status">
          {t(WEBHOOK_TEXTS[done])}
        </p>
      )}
      <ProblemList problems={problems} locale={locale} />
      <form class="panel no-print" method="post" action={pagePaths.webhooks()}>
        <input type="hidden" name={FORM_TOKEN} value={formToken} />
        <div class="row-form">
          <label>
            {t(WEBHOOK_TEXTS.name)}
            <input name="name" maxlength={60} required autocomplete="off" value={given.name} />
          </label>
          <label>
            {t(WEBHOOK_TEXTS.service)}
            <select name="kind">
              {WEBHOOK_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(SERVICE_NAMES[kind])}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t(WEBHOOK_TEXTS.whose)}
            <select name="hall">
              <option value="">{t(WEBHOOK_TEXTS.centre)}</option>
              {halls.map(({ id, name }) => (
                <option key={id} value={id}>
                  {t(name)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t(WEBHOOK_TEXTS.address)}
            <input
              name="url"
              type="url"
              maxlength={500}
              required
              autocomplete="off"
              size={44}
              value={given.url}
            />
          </label>
          <label>
            {t(WEBHOOK_TEXTS.secret)}
            <input name="secret" maxlength={200} autocomplete="off" size={24} />
          </label>
          <button type="submit">{t(WEBHOOK_TEXTS.add)}</button>
        </div>
      </form>
      <h2 id="list">{t(WEBHOOK_TEXTS.list)}</h2>
      {webhooks.length === 0 ? <p class="notice">{t(WEBHOOK_TEXTS.none)}</p> : <WebhooksTable {...props} />}
    </>
  );
}

function WebhooksTable({ webhooks, halls, nameOf, locale, formToken }: WebhooksPageProps) {
  const t = (text: Text) => say(text, locale);
  const { name, service, whose, added } = WEBHOOK_TEXTS;
  return (
    <section class="scroll" tabindex={0} aria-labelledby="list">
      <table class="rows">
        <thead>
          <tr>
            {[name, service, whose, added, OVERSIGHT_TEXTS.state].map((head) => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {webhooks.map(shownWebhook).map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.name}</th>
              <td>
                {t(SERVICE_NAMES[one.kind])} <span class="soft small">{one.host}</span>
              </td>
              <td class="wrap">{t(halls.find(({ id }) => id === one.hall)?.name ?? WEBHOOK_TEXTS.centre)}</td>
              <td>
                {showInstant(one.addedAt)} {nameOf(one.addedBy)}
              </td>
              <td>
                <form class="no-print" method="post" action={pagePaths.removeWebhook(one.id)}>
                  <input type="hidden" name={FORM_TOKEN} value={formToken} />
                  <button type="submit" class="plain">
                    {t(WEBHOOK_TEXTS.remove)}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
