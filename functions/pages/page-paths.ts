// The addresses of the pages, made in one place so that links and routes cannot part.

/** Everything but the API is read by people. */
export function isPagePath(path: string): boolean {
  return path !== "/v1" && !path.startsWith("/v1/");
}

/** Parameters without a value are left out. */
export type Query = Readonly<Record<string, string | undefined>>;

export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

const part = encodeURIComponent;

export const pagePaths = {
  home: (to?: string) => withQuery("/", { to: to === "/" ? undefined : to }),
  signIn: (query: { readonly to?: string | undefined; readonly login_hint?: string | undefined } = {}) =>
    withQuery("/sign-in", query),
  signOut: "/sign-out",
  signOutEverywhere: "/sign-out/everywhere",
  month: (month: string, centre?: string) => withQuery(`/centre/months/${part(month)}`, { centre }),
  chooseMonth: "/centre/months",
  board: (kind: "months" | "years", period: string, query: Query = {}) =>
    withQuery(`/centre/${kind}/${part(period)}`, query),
  trends: (query: Query = {}) => withQuery("/centre/trends", query),
  compare: (query: Query = {}) => withQuery("/centre/compare", query),
  overdue: (query: Query = {}) => withQuery("/centre/overdue", query),
  reports: (query: Query = {}) => withQuery("/centre/reports", query),
  report: (id: string) => `/reports/${part(id)}`,
  reportFile: (id: string, format: string) => `/reports/${part(id)}/${part(format)}`,
  centreRows: (query: Query) => withQuery("/centre/rows", query),
  hall: (hall: string) => `/halls/${part(hall)}`,
  inspections: (query: Query = {}) => withQuery("/centre/inspections", query),
  scorecard: (query: Query = {}) => withQuery("/centre/scorecard", query),
  round: (round: string, query: Query = {}) => withQuery(`/centre/inspections/${part(round)}`, query),
  /** `assign`, `reckon`, `minutes`, `sign`: posted. `report`: a form of it. */
  roundVerb: (round: string, verb: string, query: Query = {}) =>
    withQuery(`/centre/inspections/${part(round)}/${part(verb)}`, query),
  /** `on-site`, `blank`, `visitors` are pages; `ruling`, `bonus`, `rectification`, `reinspection` posted. */
  roundHall: (round: string, hall: string, verb?: string, query: Query = {}) =>
    withQuery(
      `/centre/inspections/${part(round)}/halls/${part(hall)}${verb === undefined ? "" : `/${verb}`}`,
      query,
    ),
  hallInspections: (hall: string) => `/halls/${part(hall)}/inspections`,
  hallRound: (hall: string, round: string, verb?: string) =>
    `/halls/${part(hall)}/inspections/${part(round)}${verb === undefined ? "" : `/${verb}`}`,
  roundPhoto: (hall: string, round: string, key: string) =>
    `/halls/${part(hall)}/inspections/${part(round)}/photos/${part(key)}`,
  hallRows: (hall: string, query: Query) => withQuery(`/halls/${part(hall)}/rows`, query),
  periods: (hall: string, query: Query = {}) => withQuery(`/halls/${part(hall)}/periods`, query),
  period: (hall: string, rule: string, period: string) =>
    `/halls/${part(hall)}/periods/${part(rule)}/${part(period)}`,
  /** `sign`, `confirm`, `submit`, `accept`, `return`, `unlock`: posted. */
  periodVerb: (hall: string, rule: string, verb: string) =>
    `/halls/${part(hall)}/periods/${part(rule)}/${part(verb)}`,
  obligations: (query: Query = {}) => withQuery("/centre/obligations", query),
  remind: "/centre/obligations/remind",
  dutyRules: (query: Query = {}) => withQuery("/centre/duty-rules", query),
  deputies: (hall: string) => `/halls/${part(hall)}/deputies`,
  centreDeputies: "/centre/deputies",
  catalogue: "/centre/catalogue",
  newMatter: "/centre/catalogue/new",
  matter: (matter: string) => `/centre/catalogue/${part(matter)}`,
  matterPreview: (matter: string) => `/centre/catalogue/${part(matter)}/preview`,
  flow: (matter: string) => `/centre/catalogue/${part(matter)}/flow`,
  posters: (hall: string) => `/halls/${part(hall)}/posters`,
  poster: (hall: string, piece: string) => `/halls/${part(hall)}/posters/${part(piece)}`,
  hallFlow: (hall: string, matter: string) => `/halls/${part(hall)}/flows/${part(matter)}`,
  hallPeople: (hall: string) => `/halls/${part(hall)}/people`,
  centrePeople: (query: Query = {}) => withQuery("/centre/people", query),
  centrePerson: (id: string) => `/centre/people/${part(id)}`,
  /** `email`, `sign-out`, `leave`: posted. */
  personVerb: (id: string, verb: string) => `/centre/people/${part(id)}/${verb}`,
  residents: "/centre/residents",
  hallResidents: (hall: string) => `/halls/${part(hall)}/residents`,
  readings: "/centre/readings",
  erase: (hall: string, ledger: string, id: string) => `${pagePaths.record(hall, ledger, id)}/erase`,
  hallPerson: (hall: string, person: string) => `/halls/${part(hall)}/people/${part(person)}`,
  /** Posted. */
  hallPersonRole: (hall: string, person: string) => `/halls/${part(hall)}/people/${part(person)}/role`,
  hallTeams: (hall: string) => `/halls/${part(hall)}/teams`,
  documents: "/centre/documents",
  halls: "/centre/halls",
  hallEntry: (hall: string) => `/centre/halls/${part(hall)}`,
  /** Posted. */
  hallService: (hall: string) => `/centre/halls/${part(hall)}/service`,
  programme: (query: Query = {}) => withQuery("/centre/programme", query),
  training: (query: Query = {}) => withQuery("/centre/training", query),
  budget: (query: Query = {}) => withQuery("/centre/budget", query),
  demands: (query: Query = {}) => withQuery("/centre/demands", query),
  voices: (query: Query = {}) => withQuery("/centre/voices", query),
  standard: (hall: string) => `/halls/${part(hall)}/standard`,
  leaveRules: "/centre/leave-rules",
  jobs: (query: Query = {}) => withQuery("/centre/jobs", query),
  messages: (query: Query = {}) => withQuery("/centre/messages", query),
  retryMessage: "/centre/messages/retry",
  webhooks: (query: Query = {}) => withQuery("/centre/webhooks", query),
  removeWebhook: (id: string) => `/centre/webhooks/${part(id)}/remove`,
  signals: (query: Query = {}) => withQuery("/centre/integrity", query),
  calendar: (query: Query = {}) => withQuery("/centre/calendar", query),
  previewCalendar: "/centre/calendar/preview",
  applyCalendar: "/centre/calendar/apply",
  record: (hall: string, ledger: string, id: string) =>
    `/halls/${part(hall)}/ledgers/${part(ledger)}/records/${part(id)}`,
  ledgers: (hall: string) => `/halls/${part(hall)}/ledgers`,
  ledger: (hall: string, ledger: string) => `/halls/${part(hall)}/ledgers/${part(ledger)}`,
  newRow: (hall: string, ledger: string) => `${pagePaths.ledger(hall, ledger)}/new`,
  changeRow: (hall: string, ledger: string, id: string) => `${pagePaths.record(hall, ledger, id)}/change`,
  /** Posted: a transition of the ledger, or `void`. */
  step: (hall: string, ledger: string, id: string, action: string) =>
    `${pagePaths.record(hall, ledger, id)}/steps/${part(action)}`,
  attachment: (hall: string, ledger: string, key: string) =>
    `${pagePaths.ledger(hall, ledger)}/attachments/${part(key)}`,
  whereabouts: (hall: string) => `/halls/${part(hall)}/whereabouts`,
  leaveCalendar: (hall: string) => `/halls/${part(hall)}/leave-calendar`,
  /** Without a day: today. */
  attendance: (hall: string, day?: string) =>
    `/halls/${part(hall)}/attendance${day === undefined ? "" : `/${part(day)}`}`,
  draftAttendance: (hall: string, day: string) => `${pagePaths.attendance(hall, day)}/draft`,
  paper: (hall: string, ledger: string, id: string, paper: string) =>
    `${pagePaths.record(hall, ledger, id)}/papers/${part(paper)}`,
  word: (hall: string, ledger: string, id: string, paper: string) =>
    `${pagePaths.paper(hall, ledger, id, paper)}/word`,
  unmask: (hall: string, ledger: string, id: string) => `${pagePaths.record(hall, ledger, id)}/unmask`,
};
