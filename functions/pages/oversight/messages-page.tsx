// The outbox on record: what was said, to whom, when, and what became of it; what was given up can be sent again.
import type { Period } from "../../../shared/kernel/period.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { dayOf, MESSAGE_STATES, type Message } from "../../messages/message.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import {
  MESSAGE_KINDS,
  MESSAGE_STATES_TEXTS,
  MESSAGE_TEXTS,
  OUTCOMES,
  OVERSIGHT_TEXTS,
} from "./oversight-texts.ts";
import { showInstant } from "./show-instant.ts";

export interface MessagesPageProps {
  readonly month: Period;
  /** Of the whole month, the latest first. */
  readonly messages: readonly Message[];
  readonly state: Message["state"] | undefined;
  readonly mayRetry: boolean;
  readonly now: number;
  readonly retried: boolean;
  readonly nameOf: (person: string) => string;
  readonly locale: Locale;
  readonly formToken: string;
}

export function MessagesPage(props: MessagesPageProps) {
  const { month, messages, state, retried, locale } = props;
  const t = (text: Text) => say(text, locale);
  const shown = messages.filter((one) => state === undefined || one.state === state);
  const { day, to, subject, attempts, by } = MESSAGE_TEXTS;
  return (
    <>
      <div class="title-line">
        <h1 id="messages">{t({ zh: "消息记录", en: "Messages" })}</h1>
        <form class="row-form end no-print" method="get" action={pagePaths.messages()}>
          <label>
            <span class="hidden">{t(OVERSIGHT_TEXTS.month)}</span>
            <input type="month" name="month" value={month.id} pattern="\d{4}-\d{2}" required />
          </label>
          <button type="submit" class="plain">
            {t(OVERSIGHT_TEXTS.show)}
          </button>
        </form>
      </div>
      <p class="soft">{t(MESSAGE_TEXTS.lead)}</p>
      {retried && (
        <p class="notice" role="status">
          {t(MESSAGE_TEXTS.retried)}
        </p>
      )}
      <StateFilter {...props} />
      {shown.length === 0 ? (
        <p class="notice">{t(messages.length === 0 ? MESSAGE_TEXTS.none : MESSAGE_TEXTS.noneLike)}</p>
      ) : (
        <section class="scroll tall" tabindex={0} aria-labelledby="messages">
          <table class="rows">
            <thead>
              <tr>
                {[day, to, OVERSIGHT_TEXTS.kind, subject, OVERSIGHT_TEXTS.state, attempts, by].map((head) => (
                  <th key={head.en} scope="col">
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((message) => (
                <MessageLine key={message.id} {...props} message={message} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function StateFilter({ month, messages, state, locale }: MessagesPageProps) {
  const counts = MESSAGE_STATES.map(
    (one) => [one, messages.filter((message) => message.state === one).length] as const,
  );
  return (
    <p class="places no-print">
      <a
        href={pagePaths.messages({ month: month.id })}
        aria-current={state === undefined ? "true" : undefined}
      >
        {say(OVERSIGHT_TEXTS.all, locale)} {messages.length}
      </a>
      {counts.map(([one, count]) =>
        count === 0 ? null : (
          <a
            key={one}
            href={pagePaths.messages({ month: month.id, state: one })}
            aria-current={state === one ? "true" : undefined}
          >
            {say(MESSAGE_STATES_TEXTS[one]?.label ?? { zh: one, en: one }, locale)} {count}
          </a>
        ),
      )}
    </p>
  );
}

function MessageLine(props: MessagesPageProps & { readonly message: Message }) {
  const { message, nameOf, locale } = props;
  const t = (text: Text) => say(text, locale);
  const { to, kind, subject, text, state, attempts, by } = message;
  const shownState = MESSAGE_STATES_TEXTS[state];
  return (
    <tr data-message={message.id}>
      <th scope="row">{dayOf(message)}</th>
      <td class="wrap">
        {to.name}
        <span class="soft small"> {to.channel === "mail" ? to.address : t(MESSAGE_TEXTS.group)}</span>
      </td>
      <td>{t(MESSAGE_KINDS[kind] ?? { zh: kind, en: kind })}</td>
      <td class="wrap">
        <details>
          <summary>{subject.replace("【便民大厅台账】", "")}</summary>
          <pre class="message-text">{text}</pre>
        </details>
      </td>
      <td>
        <span class={`badge ${shownState?.look ?? ""}`}>
          {t(shownState?.label ?? { zh: state, en: state })}
        </span>
        <Retry {...props} />
      </td>
      <td class="wrap">
        {attempts.map(({ at, outcome, note }) => (
          <div key={at} class="small">
            {showInstant(at)} {t(OUTCOMES[outcome] ?? { zh: outcome, en: outcome })}{" "}
            <span class="soft">{outcome === "again" ? nameOf(note) : note}</span>
          </div>
        ))}
      </td>
      <td>{by === null ? t(MESSAGE_TEXTS.job) : nameOf(by)}</td>
    </tr>
  );
}

function Retry({
  message,
  mayRetry,
  now,
  month,
  locale,
  formToken,
}: MessagesPageProps & { readonly message: Message }) {
  const { id, state, notAfter, attempts } = message;
  if (!mayRetry || state !== "dead" || (notAfter !== null && now >= notAfter)) return null;
  return (
    <form class="no-print" method="post" action={pagePaths.retryMessage}>
      <input type="hidden" name={FORM_TOKEN} value={formToken} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="month" value={month.id} />
      {attempts.at(-1)?.outcome === "uncertain" && (
        <p class="small soft">{say(MESSAGE_TEXTS.maybe, locale)}</p>
      )}
      <button type="submit" class="plain">
        {say(MESSAGE_TEXTS.retry, locale)}
      </button>
    </form>
  );
}
