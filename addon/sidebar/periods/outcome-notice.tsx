// What became of signing, confirming or submitting, period by period.
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import type { Outcome } from "./period-answers.ts";
import { PERIOD_WORDS } from "./period-words.ts";

export function OutcomeNotice({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useSession();
  const named = (status: string) =>
    outcome.results.filter((one) => one.status === status).map(({ period }) => period);
  const [accepted, unchanged] = [named("accepted"), named("unchanged")];
  const refused = outcome.results.filter(({ status }) => status === "refused");
  return (
    <>
      {accepted.length > 0 && (
        <Notice kind="done">
          {t(PERIOD_WORDS.taken)}
          {accepted.join(", ")}
        </Notice>
      )}
      {unchanged.length > 0 && (
        <Notice kind="note">
          {t(PERIOD_WORDS.unchanged)}
          {unchanged.join(", ")}
        </Notice>
      )}
      {refused.map(({ period, problems }) => (
        <Notice key={period} kind="problem">
          {period}: {problems.map(({ message }) => t(message)).join(" ")}
        </Notice>
      ))}
    </>
  );
}
