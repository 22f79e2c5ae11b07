// The log: who looked at whose personal details on purpose, and, for the administrator, who exported what.
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { PersonalAccess } from "../../storage/access-store.ts";
import type { ExportEntry } from "../../storage/export-store.ts";
import { OVERSIGHT_TEXTS } from "../oversight/oversight-texts.ts";
import { pagePaths } from "../page-paths.ts";
import { PERSONAL_IN_EXPORT, READING_TEXTS as TEXTS } from "./privacy-texts.ts";

export interface ReadingsPageProps {
  readonly readings: readonly PersonalAccess[];
  /** Null for whoever may not see them. */
  readonly exports: readonly ExportEntry[] | null;
  readonly placeOf: (id: string) => Text;
  readonly ledgerOf: (id: string) => Text;
  readonly nameOf: (person: string) => string;
  readonly locale: Locale;
}

export function ReadingsPage(props: ReadingsPageProps) {
  const { readings, exports, locale } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <h1>{t(TEXTS.title)}</h1>
      <p class="soft">{t(TEXTS.lead)}</p>
      <h2 id="readings">{t(TEXTS.readings)}</h2>
      {readings.length === 0 ? <p class="notice">{t(TEXTS.noReadings)}</p> : <Readings {...props} />}
      {exports && (
        <>
          <h2 id="exports">{t(TEXTS.exports)}</h2>
          {exports.length === 0 ? (
            <p class="notice">{t(TEXTS.noExports)}</p>
          ) : (
            <Exports {...props} exports={exports} />
          )}
        </>
      )}
    </>
  );
}

function Readings({ readings, placeOf, ledgerOf, nameOf, locale }: ReadingsPageProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="scroll tall" tabindex={0} aria-labelledby="readings">
      <table class="rows">
        <Heads heads={[OVERSIGHT_TEXTS.when, TEXTS.who, TEXTS.row, TEXTS.reason]} locale={locale} />
        <tbody>
          {readings.map(({ at, by, hall, ledger, recordId, reason }) => (
            <tr key={`${at}/${recordId}/${by}`}>
              <th scope="row">{showDateTime(at)}</th>
              <td>{nameOf(by)}</td>
              <td class="wrap">
                <a href={pagePaths.record(hall, ledger, recordId)}>
                  {t(placeOf(hall))} · {t(ledgerOf(ledger))}
                </a>
              </td>
              <td class="wrap">{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type ExportsProps = ReadingsPageProps & { readonly exports: readonly ExportEntry[] };

function Exports({ exports, nameOf, locale }: ExportsProps) {
  const { who, what, format, rows, personal } = TEXTS;
  return (
    <section class="scroll tall" tabindex={0} aria-labelledby="exports">
      <table class="rows">
        <Heads heads={[OVERSIGHT_TEXTS.when, who, what, format, rows, personal]} locale={locale} />
        <tbody>
          {exports.map((one) => (
            <tr key={`${one.at}/${one.by}/${one.what}`}>
              <th scope="row">{showDateTime(one.at)}</th>
              <td>{nameOf(one.by)}</td>
              <td class="wrap">
                <code>{one.what}</code>
              </td>
              <td>{one.format}</td>
              <td>{one.rows}</td>
              <td>{say(PERSONAL_IN_EXPORT[one.personal], locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Heads({ heads, locale }: { readonly heads: readonly Text[]; readonly locale: Locale }) {
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head.en} scope="col">
            {say(head, locale)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
