// A world with somebody of every role, at home and elsewhere, who all call by their own token or session.
import { createHash, randomUUID } from "node:crypto";
import type { Dependencies } from "../../../functions/dependencies.ts";
import { invitePerson, type Person, putCentre, putHall } from "../../../functions/storage/directory-store.ts";
import { openSession } from "../../../functions/storage/session-store.ts";
import { type Grant, ROLES, type Role } from "../../../shared/kernel/permissions.ts";
import {
  batch,
  caseRow,
  createWorld,
  NOW,
  SYNC,
  TEST_CENTRE,
  testHall,
  type World,
} from "../../support/world.ts";
import { startIssuer } from "../support/issuer.ts";

/** What stands in the hall's rows and must not be seen elsewhere. */
export const SECRETS = ["机密访客甲", "机密内容乙"] as const;

export const HALL_ROLES: ReadonlySet<Role> = new Set<Role>(["clerk", "windowHead", "hallHead"]);

export interface Route {
  readonly method: string;
  readonly path: string;
}

export interface Somebody {
  readonly person: Person;
  readonly role: Role;
  /** `home`: in the hall that is asked about, or at its centre. */
  readonly at: "home" | "otherHall" | "otherCentre";
}

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

export interface Everybody {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly people: readonly Somebody[];
  /** Of a row of the hall east that holds the secrets. */
  readonly record: string;
  /** By token for the API, by session for pages; without a person as a stranger. */
  call(route: Route, path: string, who: Somebody | null, body?: unknown): Promise<Reply>;
  close(): Promise<void>;
}

export async function createEverybody(
  change: (deps: Dependencies) => Partial<Dependencies> = () => ({}),
): Promise<Everybody> {
  const issuer = await startIssuer(() => NOW);
  const world = await createWorld((deps) => ({
    ...change(deps),
    issuers: [...deps.issuers, issuer.trusted],
  }));
  const { table } = world.deps;
  await putCentre(table, { ...TEST_CENTRE, id: "other-centre" });
  await putHall(table, { ...testHall("far"), centres: [{ from: "2020-01", centre: "other-centre" }] });
  const people = ROLES.flatMap((role): Somebody[] => {
    const own = HALL_ROLES.has(role);
    const make = (at: Somebody["at"], grant: Omit<Grant, "role">): Somebody => {
      const id = `${role}-${at}`;
      const grants = [{ ...grant, role }];
      return {
        role,
        at,
        person: { id, name: id, email: `${id.toLowerCase()}@all.test`, grants, demonstration: true },
      };
    };
    return [
      make("home", { centre: "test-centre", ...(own ? { hall: "east" } : {}) }),
      ...(own ? [make("otherHall", { centre: "test-centre", hall: "west" })] : []),
      make("otherCentre", { centre: "other-centre", ...(own ? { hall: "far" } : {}) }),
    ];
  });
  for (const { person } of people) await invitePerson(table, person);
  const [visitor, content] = SECRETS;
  const row = caseRow({ visitor, content });
  const written = await world.post(SYNC, batch([row]));
  if (written.body.results[0]?.status !== "accepted") throw new Error(JSON.stringify(written.body));

  const tokens = new Map<string, Promise<string>>();
  const sessions = new Map<string, Promise<string>>();
  const once = (map: Map<string, Promise<string>>, id: string, make: () => Promise<string>) => {
    const found = map.get(id) ?? make();
    map.set(id, found);
    return found;
  };
  const headersFor = async (path: string, { person }: Somebody): Promise<Record<string, string>> => {
    if (path.startsWith("/v1")) {
      const token = await once(tokens, person.id, () => issuer.sign({ sub: person.id, email: person.email }));
      return { authorization: `Bearer ${token}` };
    }
    const session = await once(sessions, person.id, () => openSession(table, person.id, NOW));
    return { cookie: `hl_session=${session}`, origin: world.deps.publicUrl };
  };
  const bodyFor = async (
    path: string,
    who: Somebody | null,
    body: unknown,
  ): Promise<string | URLSearchParams> => {
    if (path.startsWith("/v1") || typeof body === "string")
      return typeof body === "string" ? body : JSON.stringify(body ?? {});
    const session = who && (await sessions.get(who.person.id));
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(Object(body ?? {}))) form.set(name, String(value));
    if (session) form.set("form_token", createHash("sha256").update(`form:${session}`).digest("base64url"));
    return form;
  };
  return {
    world,
    people,
    record: row.id,
    routes: [
      ...new Map(
        world.app.routes
          .filter(({ method }) => method !== "ALL")
          .map(({ method, path }) => [`${method} ${path}`, { method, path }]),
      ).values(),
    ],
    call: async ({ method }, path, who, body) => {
      const headers = who ? await headersFor(path, who) : {};
      const bare = method === "GET" || method === "DELETE";
      const response = await world.app.request(
        `${path.startsWith("/v1") ? "" : world.deps.publicUrl}${path}`,
        {
          method,
          headers,
          ...(bare ? {} : { body: await bodyFor(path, who, body) }),
        },
      );
      return { status: response.status, text: await response.text(), headers: response.headers };
    },
    close: async () => {
      await world.close();
      await issuer.close();
    },
  };
}

/** An address of a route, about the hall east and the centre `test-centre`. */
export function addressOf({ path }: Route, record: string, ledger = "cases"): string {
  const values: Record<string, string> = {
    hall: "east",
    ledger,
    id: record,
    rule: "daily-summary",
    period: "2026-11-19",
    verb: "sign",
    month: "2026-11",
    action: "void",
  };
  const filled = path.replace(/:(\w+)(\{[^}]*\})?\??/g, (_, name: string) => values[name] ?? "x");
  const query = new URLSearchParams({
    centre: "test-centre",
    period: "2026-11",
    year: "2026",
    ledger,
    figure: "open",
  });
  if (path.endsWith("/explain")) {
    query.set("receivedAt", "2026-11-02");
    query.set("workingDays", "3");
    query.set("hall", "east");
  }
  return `${filled}?${query}`;
}

export const freshBatch = (): unknown => batch([{ ...caseRow(), id: randomUUID() }]);
