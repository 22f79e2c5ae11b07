// Masked personal details, and the form by which those who may see them say why; afterwards, the way back.
import { say, type Text } from "../../../shared/kernel/text.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import type { RecordPageProps } from "./record-page.tsx";
import { RECORD_TEXTS } from "./record-texts.ts";

export function UnmaskForm({
  history,
  ledger,
  hall,
  locale,
  mayUnmask,
  formToken,
  unmaskedFor,
}: RecordPageProps) {
  const t = (text: Text) => say(text, locale);
  if (unmaskedFor !== undefined) {
    return (
      <p class="notice no-print">
        {t(RECORD_TEXTS.unmaskedNow)}
        {unmaskedFor}{" "}
        <a href={pagePaths.record(hall.id, ledger.id, history.id)}>{t(RECORD_TEXTS.hideAgain)}</a>
      </p>
    );
  }
  if (!history.masked) return null;
  return (
    <div class="panel no-print">
      <p>{t(RECORD_TEXTS.masked)}</p>
      {mayUnmask && (
        <form class="row-form" method="post" action={pagePaths.unmask(hall.id, ledger.id, history.id)}>
          <input type="hidden" name={FORM_TOKEN} value={formToken} />
          <label>
            {t(RECORD_TEXTS.unmaskReason)}
            <input name="reason" required minlength={2} maxlength={200} autocomplete="off" size={36} />
          </label>
          <button type="submit" class="plain">
            {t(RECORD_TEXTS.unmask)}
          </button>
        </form>
      )}
    </div>
  );
}
