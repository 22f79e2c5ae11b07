// Why a form was not taken, above the form, so that it can be corrected and sent again.
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say } from "../../../shared/kernel/text.ts";
import { OVERSIGHT_TEXTS } from "./oversight-texts.ts";

export function ProblemList({
  problems,
  locale,
}: {
  readonly problems: readonly Problem[];
  readonly locale: Locale;
}) {
  if (problems.length === 0) return null;
  return (
    <div class="notice" role="alert">
      <p>{say(OVERSIGHT_TEXTS.refused, locale)}</p>
      <ul>
        {problems.map(({ code, message }) => (
          <li key={message.zh} data-problem={code}>
            {message[locale]}
          </li>
        ))}
      </ul>
    </div>
  );
}
