// Every route there is × every role × own and foreign hall or centre: generated, so that a new route is walked as well.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { can } from "../../../shared/kernel/permissions.ts";
import { LEDGERS } from "../../../shared/ledgers.ts";
import { batch } from "../../support/world.ts";
import {
  addressOf,
  createEverybody,
  type Everybody,
  freshBatch,
  HALL_ROLES,
  type Reply,
  type Route,
  SECRETS,
  type Somebody,
} from "./everybody.ts";

let all: Everybody;
beforeAll(async () => {
  all = await createEverybody();
});
afterAll(() => all.close());

/** What everybody may ask without saying who they are. */
const OPEN = [
  /^GET \/v1\/(health|openapi\.json)$/,
  /^GET \/$/,
  /^GET \/assets\//,
  /^GET \/sign-in(\/callback)?$/,
];
/** What answers about the caller alone, or about what is no secret: definitions, and days by the public calendar. */
const ABOUT_ONESELF = [
  /^GET \/v1\/deadlines\/explain$/,
  /^GET \/v1\/(me|halls|ledgers|ledgers\/:ledger)$/,
  /^POST \/sign-out/,
  // What the source documents ask, and where the product does it.
  /^GET \/centre\/documents$/,
];

const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const isOneOf = (route: Route, patterns: readonly RegExp[]) =>
  patterns.some((one) => one.test(nameOf(route)));
/** Everybody at once: who asks does not depend on who asked before. */
const each = <T>(many: readonly T[], ask: (one: T) => Promise<void>) => Promise.all(many.map(ask));
const isFine = ({ status }: Reply) => status < 400;

const replies = new Map<string, Promise<Reply>>();

/** What is only read is asked once by each: the walks below look at the same reply, each for what it is about. */
function call(route: Route, who: Somebody | null): Promise<Reply> {
  if (route.method !== "GET") return send(route, who);
  const asked = `${nameOf(route)} ${who?.person.id}`;
  const reply = replies.get(asked) ?? send(route, who);
  replies.set(asked, reply);
  return reply;
}

async function send(route: Route, who: Somebody | null): Promise<Reply> {
  const body = route.path.endsWith("/sync")
    ? freshBatch()
    : route.path.endsWith("/erase")
      ? { reason: "无权的人" }
      : {};
  return all.call(route, addressOf(route, all.record), who, body);
}

function expectNothingLeaks(route: Route, who: Somebody | null, { text }: Reply): void {
  for (const secret of SECRETS) {
    expect([nameOf(route), who?.person.id, text.includes(secret)]).toEqual([
      nameOf(route),
      who?.person.id,
      false,
    ]);
  }
  expect(text).not.toMatch(/node_modules|\.tsx?:\d|at async/);
}

test("there are routes and people to walk", () => {
  expect(all.routes.length).toBeGreaterThan(50);
  expect(all.people).toHaveLength(8 + 3 + 8);
});

test("a stranger is sent to sign in, whatever the address", async () => {
  for (const route of all.routes) {
    if (isOneOf(route, OPEN)) continue;
    const reply = await call(route, null);
    const { status, headers } = reply;
    const sent = status === 401 || (status === 303 && headers.get("location")?.startsWith("/?to="));
    expect([nameOf(route), status, sent]).toEqual([nameOf(route), status, true]);
    expectNothingLeaks(route, null, reply);
  }
});

test("nobody of another hall or centre gets an answer about this one, on any route", async () => {
  const strangers = all.people.filter(({ at }) => at !== "home");
  for (const route of all.routes) {
    if (isOneOf(route, OPEN) || isOneOf(route, ABOUT_ONESELF)) continue;
    await each(strangers, async (who) => {
      // The centre's routes are asked for this centre by name; a hall's staff have no part in the centre at all.
      const reply = await call(route, who);
      expectNothingLeaks(route, who, reply);
      expect([nameOf(route), who.person.id, reply.status, isFine(reply)]).toEqual([
        nameOf(route),
        who.person.id,
        reply.status,
        false,
      ]);
    });
  }
});

test("where people at home are answered, others hear that they may not, and not why something else is wrong", async () => {
  const answered: string[] = [];
  for (const route of all.routes) {
    if (route.method !== "GET" || isOneOf(route, OPEN) || isOneOf(route, ABOUT_ONESELF)) continue;
    const home = await Promise.all(
      all.people.filter(({ at }) => at === "home").map((who) => call(route, who)),
    );
    if (!home.some(isFine)) continue;
    answered.push(nameOf(route));
    const away = all.people.filter(({ at }) => at !== "home");
    await each(away, async (who) => {
      const { status } = await call(route, who);
      expect([nameOf(route), who.person.id, status]).toEqual([nameOf(route), who.person.id, 403]);
    });
  }
  // The walk must not be one through closed doors only.
  expect(answered.length).toBeGreaterThan(20);
});

test("a hall's staff have no part in what is the centre's", async () => {
  for (const route of all.routes.filter(({ path }) => /^(\/v1)?\/centre\//.test(path))) {
    if (isOneOf(route, ABOUT_ONESELF)) continue;
    const staff = all.people.filter(({ at, role }) => at === "home" && HALL_ROLES.has(role));
    await each(staff, async (who) => {
      const reply = await call(route, who);
      expect([nameOf(route), who.role, isFine(reply)]).toEqual([nameOf(route), who.role, false]);
    });
  }
});

describe.each(LEDGERS.map((ledger) => [ledger.id, ledger] as const))("the ledger %s", (id, ledger) => {
  const place = ledger.scope === "centre" ? "test-centre" : "east";
  const base = `/v1/halls/${place}/ledgers/${id}`;
  const at = {
    id: place,
    centre: "test-centre",
    ...(ledger.scope === "centre" ? { wholeCentre: true } : {}),
  };

  test("is read, and written step by step, as its table says, by nobody else", async () => {
    let readers = 0;
    await each(all.people, async (who) => {
      const may = (action: string) => can(who.person, at, ledger.access, action);
      const list = await all.call({ method: "GET", path: base }, `${base}/records?period=2026-11`, who);
      expect([who.person.id, list.status]).toEqual([who.person.id, may("read") ? 200 : 403]);
      if (may("read")) readers++;
      const actions = ["upsert", "void", ...Object.keys(ledger.transitions)];
      const rows = actions.map((action, n) => ({
        id: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
        baseVersion: 1,
        action,
        values: {},
      }));
      const asked = batch(rows, { definitionVersion: ledger.version });
      const sync = await all.call({ method: "POST", path: base }, `${base}/sync`, who, asked);
      if (!may("read")) expect([who.person.id, sync.status]).toEqual([who.person.id, 403]);
      else if (ledger.written === "verbs") expect(JSON.parse(sync.text).code).toBe("written_by_verbs");
      else {
        const refused = actions.filter(
          (_, n) => sync.text && codesAt(sync.text, n).includes("not_permitted"),
        );
        expect([who.person.id, refused]).toEqual([who.person.id, actions.filter((action) => !may(action))]);
      }
    });
    expect(readers).toBeGreaterThan(0);
  });
});

function codesAt(text: string, at: number): string[] {
  const { results }: { results: { problems: { code: string }[] }[] } = JSON.parse(text);
  return results[at]?.problems.map(({ code }) => code) ?? [];
}
