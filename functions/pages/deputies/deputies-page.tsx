// Who acts in whose place in a hall or at the centre: the list on record, and a form for those who may appoint.
import type { Deputy } from "../../../shared/capabilities/organisation/deputy.ts";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import type { Role } from "../../../shared/kernel/permissions.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { roleName } from "../design/role-names.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { DEPUTY_TEXTS } from "./deputy-texts.ts";

export interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface DeputiesPageProps {
  readonly place: Text;
  /** The page of the hall; the centre's pages have a way of their own. */
  readonly back: string | null;
  /** Where the page is, and its forms are sent. */
  readonly path: string;
  readonly deputies: readonly Deputy[];
  readonly today: PlainDate;
  /** Offices that this person may appoint a deputy for, with those who hold them. */
  readonly offices: readonly { readonly role: Role; readonly holders: readonly Choice[] }[];
  readonly people: readonly Choice[];
  readonly mayRevoke: (deputy: Deputy) => boolean;
  readonly nameOf: (id: string) => string;
  readonly done: "appointed" | "revoked" | undefined;
  readonly locale: Locale;
  readonly formToken: string;
}

export function DeputiesPage(props: DeputiesPageProps) {
  const { place, back, deputies, offices, done, locale } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      {back !== null && (
        <p class="crumbs soft">
          <a href={back}>← {t(place)}</a>
        </p>
      )}
      <h1 id="deputies">{t(DEPUTY_TEXTS.title)}</h1>
      <p class="soft">{t(DEPUTY_TEXTS.lead)}</p>
      {done && (
        <p class="notice" role="status">
          {t(DEPUTY_TEXTS[done])}
        </p>
      )}
      {offices.map((office) => (
        <AppointForm key={office.role} {...props} office={office} />
      ))}
      <h2 id="list">{t(DEPUTY_TEXTS.list)}</h2>
      {deputies.length === 0 ? <p class="notice">{t(DEPUTY_TEXTS.none)}</p> : <DeputiesTable {...props} />}
    </>
  );
}

function AppointForm(props: DeputiesPageProps & { readonly office: DeputiesPageProps["offices"][number] }) {
  const { office, people, path, today, locale, formToken } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <form class="panel no-print" method="post" action={path}>
      <h2>
        {t(DEPUTY_TEXTS.appoint)}:{t(roleName(office.role))}
      </h2>
      <input type="hidden" name={FORM_TOKEN} value={formToken} />
      <input type="hidden" name="role" value={office.role} />
      <div class="row-form">
        <label>
          {t(DEPUTY_TEXTS.deputyFor)}
          <select name="deputyFor" required>
            {office.holders.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t(DEPUTY_TEXTS.deputy)}
          <select name="deputy" required>
            <option value="">—</option>
            {people
              .filter(({ id }) => !office.holders.some((holder) => holder.id === id))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        <label>
          {t(DEPUTY_TEXTS.from)}
          <input type="date" name="from" min={today} value={today} required />
        </label>
        <label>
          {t(DEPUTY_TEXTS.to)}
          <input type="date" name="to" min={today} required />
        </label>
        <label>
          {t(DEPUTY_TEXTS.reason)}
          <input name="reason" maxlength={200} minlength={2} required autocomplete="off" size={24} />
        </label>
        <button type="submit">{t(DEPUTY_TEXTS.appoint)}</button>
      </div>
    </form>
  );
}

function DeputiesTable(props: DeputiesPageProps) {
  const { deputies, path, today, nameOf, mayRevoke, locale, formToken } = props;
  const t = (text: Text) => say(text, locale);
  const { office, deputyFor, deputy, days, reason, state, by } = DEPUTY_TEXTS;
  return (
    <section class="scroll" tabindex={0} aria-labelledby="list">
      <table class="rows">
        <thead>
          <tr>
            {[days, office, deputyFor, deputy, reason, state, by].map((head) => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...deputies].reverse().map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.from} – {one.to}
              </th>
              <td>{t(roleName(one.role))}</td>
              <td>{nameOf(one.deputyFor)}</td>
              <td>{nameOf(one.deputy)}</td>
              <td class="wrap">{one.reason}</td>
              <td>
                <State deputy={one} today={today} locale={locale} />
                {one.revokedAt === null && one.to >= today && mayRevoke(one) && (
                  <form class="row-form no-print" method="post" action={`${path}/${one.id}/revoke`}>
                    <input type="hidden" name={FORM_TOKEN} value={formToken} />
                    <button type="submit" class="plain">
                      {t(DEPUTY_TEXTS.revoke)}
                    </button>
                  </form>
                )}
              </td>
              <td class="wrap">
                {nameOf(one.appointedBy)} {showDateTime(one.appointedAt)}
                {one.revokedAt !== null && one.revokedBy !== null && (
                  <>
                    ; {t(DEPUTY_TEXTS.revoke)} {nameOf(one.revokedBy)} {showDateTime(one.revokedAt)}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface StateProps {
  readonly deputy: Deputy;
  readonly today: PlainDate;
  readonly locale: Locale;
}

function State({ deputy: { from, to, revokedAt }, today, locale }: StateProps) {
  if (revokedAt !== null) return <span class="badge">{say(DEPUTY_TEXTS.withdrawn, locale)}</span>;
  if (today < from) return <span class="badge warn">{say(DEPUTY_TEXTS.coming, locale)}</span>;
  return to < today ? (
    <span class="badge">{say(DEPUTY_TEXTS.over, locale)}</span>
  ) : (
    <span class="badge good">{say(DEPUTY_TEXTS.active, locale)}</span>
  );
}
