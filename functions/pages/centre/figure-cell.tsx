// One figure in a table: a link to its rows; where there is nothing to divide by, a dash that says so.
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { FigureValue } from "./board-figures.ts";

const NOTHING: Text = { zh: "没有可评定的办结件", en: "nothing closed that could be assessed" };
const ATTENTION: Text = { zh: "（需关注）", en: " (needs attention)" };

interface FigureProps {
  readonly value: FigureValue;
  readonly href: string;
  readonly locale: Locale;
}

export function FigureLink({ value, href, locale }: FigureProps) {
  if (value.value === null) {
    return (
      <span class="nothing" title={say(NOTHING, locale)}>
        <span aria-hidden="true">—</span>
        <span class="hidden">{say(NOTHING, locale)}</span>
      </span>
    );
  }
  return (
    <>
      {value.attention && (
        <span aria-hidden="true" class="flag">
          ▲
        </span>
      )}
      <a href={href} data-figure={value.figure}>
        {value.shown}
      </a>
      {value.attention && <span class="hidden">{say(ATTENTION, locale)}</span>}
    </>
  );
}

export function FigureCell(props: FigureProps & { readonly first?: boolean }) {
  const classes = [props.value.attention ? "bad-figure" : "", props.first ? "first" : ""].filter(Boolean);
  return (
    <td {...(classes.length > 0 ? { class: classes.join(" ") } : {})}>
      <FigureLink {...props} />
    </td>
  );
}
