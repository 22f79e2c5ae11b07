// Who may do what with a row, asked over HTTP for every role: as the ledger's access table says, and nothing else.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invitePerson } from "../../functions/storage/directory-store.ts";
import type { SyncAnswer } from "../../functions/use-cases/sync-rows.ts";
import { cases } from "../../shared/capabilities/cases/cases-ledger.ts";
import { ROLES, type Role } from "../../shared/kernel/permissions.ts";
import { batch, createWorld, NOW, SYNC, type World } from "../support/world.ts";
import { startIssuer, type TestIssuer } from "./support/issuer.ts";
import { accepted, step, type WholeProblem } from "./support/rows.ts";

let world: World;
let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer(() => NOW);
  world = await createWorld((deps) => ({ issuers: [...deps.issuers, issuer.trusted] }));
  for (const role of ROLES) {
    for (const hall of ["east", "west"]) {
      const id = `${role}-${hall}`;
      const grants = [{ role, centre: "test-centre", hall }];
      await invitePerson(world.deps.table, {
        id,
        name: id,
        email: `${id}@roles.test`,
        grants,
        demonstration: true,
      });
    }
  }
});
afterAll(async () => {
  await world.close();
  await issuer.close();
});

async function call(id: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const token = await issuer.sign({ sub: id, email: `${id}@roles.test` });
  const response = await world.app.request(path, {
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

const HALL_ROLES: readonly Role[] = ["clerk", "windowHead", "hallHead"];
const may = (role: Role, action: string) => cases.access[action]?.includes(role) === true;

describe.each(ROLES)("a %s", (role) => {
  test("of this hall reads its rows as the table says, with or without the names", async () => {
    const visitor = "欧阳修";
    const id = await accepted(world, { visitor });
    const list = await call(`${role}-east`, "/v1/halls/east/ledgers/cases/records?period=2026-11");
    expect(list.status).toBe(may(role, "read") ? 200 : 403);
    const one = await call(`${role}-east`, `/v1/halls/east/ledgers/cases/records/${id}`);
    expect(one.status).toBe(may(role, "read") ? 200 : 403);
    const pulled = await call(`${role}-east`, SYNC, batch([], { cursor: 0 }));
    for (const { body } of [list, one, pulled]) {
      expect(JSON.stringify(body).includes(visitor)).toBe(may(role, "readPersonal"));
      if (!may(role, "readPersonal")) expect(JSON.stringify(body)).toContain("欧**");
    }
  });

  test("of another hall of the centre reads them only where the role is the centre's", async () => {
    const list = await call(`${role}-west`, "/v1/halls/east/ledgers/cases/records?period=2026-11");
    expect(list.status).toBe(HALL_ROLES.includes(role) || !may(role, "read") ? 403 : 200);
  });

  test("enters, voids and takes each step, or not, as the table says", async () => {
    const id = await accepted(world);
    const actions = ["upsert", "void", ...Object.keys(cases.transitions)];
    const rows = actions.map((action) => step(id, 1, action, {}));
    const { status, body } = await call(`${role}-east`, SYNC, batch(rows));
    expect(status).toBe(200);
    const { results }: Pick<SyncAnswer, "results"> = JSON.parse(JSON.stringify(body));
    const refused = actions.filter((_, at) =>
      results[at]?.problems.some(({ code }) => code === "not_permitted"),
    );
    // Whoever may is asked for what is missing.
    expect(refused).toEqual(actions.filter((action) => !may(role, action)));
  });

  test("unmasks with a reason, on record, or is refused", async () => {
    const id = await accepted(world, { visitor: "欧阳修" });
    const path = `/v1/halls/east/ledgers/cases/records/${id}`;
    const asked = await call(`${role}-east`, `${path}?unmask=${encodeURIComponent("核对投诉")}`);
    const seesAnyway = may(role, "readPersonal");
    expect(asked.status).toBe(seesAnyway || may(role, "unmask") ? 200 : 403);
    expect(JSON.stringify(asked.body).includes("欧阳修")).toBe(seesAnyway || may(role, "unmask"));
    const looks = await looksAt(id);
    expect(looks).toMatchObject(
      !seesAnyway && may(role, "unmask") ? [{ by: `${role}-east`, reason: "核对投诉" }] : [],
    );
  });

  test("erases or not, as the table says", async () => {
    const id = await accepted(world);
    const erased = await call(`${role}-east`, `/v1/halls/east/ledgers/cases/records/${id}/erase`, {
      reason: "本人要求",
    });
    expect(erased.status).toBe(may(role, "erase") ? 200 : 403);
  });

  test("sees the centre's figures only where the role is the centre's", async () => {
    for (const path of ["/v1/centre/roll-ups?period=2026-11", "/v1/centre/overdue"]) {
      const { status } = await call(`${role}-east`, path);
      expect([path, status === 200]).toEqual([path, !HALL_ROLES.includes(role)]);
    }
  });
});

async function looksAt(id: string) {
  const { items } = await world.deps.table.queryPage({
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :look)",
    ExpressionAttributeValues: { ":pk": { S: `R#${id}` }, ":look": { S: "A#" } },
  });
  return items;
}

describe("looking at names on purpose", () => {
  test("without a reason is refused, and leaves nothing on record", async () => {
    const id = await accepted(world);
    for (const reason of ["", " ", "x"]) {
      const path = `/v1/halls/east/ledgers/cases/records/${id}?unmask=${encodeURIComponent(reason)}`;
      const { status, body } = await call("centreAdmin-east", path);
      expect([status, body]).toMatchObject([400, { code: "invalid_parameter" }]);
    }
    expect(await looksAt(id)).toEqual([]);
  });

  test("each look is on record with its time; nobody else sees more for it", async () => {
    const id = await accepted(world, { visitor: "欧阳修" });
    const path = `/v1/halls/east/ledgers/cases/records/${id}`;
    for (const reason of ["第一次", "第二次"])
      await call("inspector-east", `${path}?unmask=${encodeURIComponent(reason)}`);
    expect((await looksAt(id)).map(({ reason }) => reason).sort()).toEqual(["第一次", "第二次"]);
    expect((await looksAt(id)).every(({ sk }) => String(sk).startsWith("A#2026-11-20T15:00"))).toBe(true);
    const masked = await call("inspector-east", path);
    expect(JSON.stringify(masked.body)).not.toContain("欧阳修");
  });
});

test("a person without any role sees who they are, and nothing else", async () => {
  expect((await world.get<WholeProblem>("/v1/me", "nobody")).status).toBe(200);
  expect((await world.get("/v1/halls", "nobody")).body).toEqual([]);
  for (const path of [
    "/v1/halls/east/reference",
    "/v1/halls/east/ledgers/cases/records?period=2026-11",
    "/v1/centre/overdue",
  ]) {
    expect([path, (await world.get(path, "nobody")).status]).toEqual([path, 403]);
  }
});
