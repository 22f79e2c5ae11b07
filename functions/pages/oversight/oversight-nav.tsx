// The way between the centre's pages of oversight, each shown to those who may open it.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { CENTRE_READERS, type Principal, type Role } from "../../../shared/kernel/permissions.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Dependencies } from "../../dependencies.ts";
import { hasCentreRole } from "../../http/require-centre-role.ts";
import { pagePaths } from "../page-paths.ts";

export interface OversightPlace {
  readonly id: string;
  readonly label: Text;
  readonly path: string;
  /** Who may open it. */
  readonly roles: readonly Role[];
}

const LEADERS: readonly Role[] = ["supervisingLeader", "director", "inspector", "centreAdmin"];

export const OVERSIGHT = {
  obligations: {
    id: "obligations",
    label: { zh: "应办督办", en: "Who owes what" },
    path: pagePaths.obligations(),
    roles: CENTRE_READERS,
  },
  dutyRules: {
    id: "dutyRules",
    label: { zh: "应办规则", en: "Rules" },
    path: pagePaths.dutyRules(),
    roles: CENTRE_READERS,
  },
  messages: {
    id: "messages",
    label: { zh: "消息记录", en: "Messages" },
    path: pagePaths.messages(),
    roles: CENTRE_READERS,
  },
  jobs: {
    id: "jobs",
    label: { zh: "定时任务", en: "Scheduled jobs" },
    path: pagePaths.jobs(),
    roles: CENTRE_READERS,
  },
  calendar: {
    id: "calendar",
    label: { zh: "放假通知与日历", en: "Holiday notices" },
    path: pagePaths.calendar(),
    roles: LEADERS,
  },
  signals: {
    id: "signals",
    label: { zh: "值得了解的情况", en: "Worth a look" },
    path: pagePaths.signals(),
    roles: LEADERS,
  },
  deputies: {
    id: "deputies",
    label: { zh: "代理安排", en: "Deputies" },
    path: pagePaths.centreDeputies,
    roles: CENTRE_READERS,
  },
  webhooks: {
    id: "webhooks",
    label: { zh: "群机器人", en: "Groups" },
    path: pagePaths.webhooks(),
    roles: ["centreAdmin"],
  },
  people: {
    id: "people",
    label: { zh: "人员与邀请", en: "People" },
    path: pagePaths.centrePeople(),
    roles: ["centreAdmin"],
  },
  residents: {
    id: "residents",
    label: { zh: "群众个人信息", en: "Residents' requests" },
    path: pagePaths.residents,
    roles: ["centreAdmin"],
  },
  readings: {
    id: "readings",
    label: { zh: "查阅与导出", en: "Readings and exports" },
    path: pagePaths.readings,
    roles: ["inspector", "centreAdmin"],
  },
} as const satisfies Readonly<Record<string, OversightPlace>>;

export interface OversightNavProps {
  readonly places: readonly OversightPlace[];
  /** Where one is. */
  readonly at: string | null;
  readonly locale: Locale;
}

export function placesFor(
  deps: Pick<Dependencies, "now">,
  person: Principal,
  centre: Pick<Centre, "id">,
): OversightPlace[] {
  return Object.values(OVERSIGHT).filter(({ roles }) => hasCentreRole(deps, person, centre, roles));
}

export function OversightNav({ places, at, locale }: OversightNavProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <nav class="places no-print" aria-label={t({ zh: "督办与管理", en: "Oversight" })}>
      {places.map(({ id, label, path }) => (
        <a key={id} href={path} aria-current={id === at ? "page" : undefined}>
          {t(label)}
        </a>
      ))}
    </nav>
  );
}
