// Whose rows these are: a token from the environment or, on this machine, from the local issuer.
import * as z from "zod";
import { StartFailure } from "../start-failure.mjs";

export interface SignedIn {
  readonly token: string;
  readonly renew: (() => Promise<string>) | undefined;
  /** For the person who reads along; a token from elsewhere speaks for itself. */
  readonly name: string | undefined;
}

const People = z.array(
  z.object({ email: z.string(), name: z.string(), role: z.string(), halls: z.array(z.string()) }),
);
const Issued = z.object({ idToken: z.string() });

/** @param wanted an e-mail address; without it, whoever heads the hall */
export async function signIn(
  url: string,
  hall: string,
  wanted: string | undefined,
  given: string | undefined,
): Promise<SignedIn> {
  if (given) return { token: given, renew: undefined, name: undefined };
  const people = People.safeParse(await ask(`${url}/dev/identity/people`)).data;
  if (!people) {
    throw new StartFailure({
      zh: `${url} 不是本机的演示系统;请把身份令牌放进环境变量 HALL_LEDGER_TOKEN。`,
      en: `${url} is not a local system; please put an identity token into the environment variable HALL_LEDGER_TOKEN.`,
    });
  }
  const same = (a: string, b: string) => a.toLowerCase() === b.trim().toLowerCase();
  const person = people.find(({ email, role, halls }) =>
    wanted === undefined ? role === "hallHead" && halls.includes(hall) : same(email, wanted),
  );
  if (!person) throw wanted === undefined ? nobodyHeads(hall) : nobodyCalled(wanted);
  const issue = async (): Promise<string> => {
    const body = JSON.stringify({ email: person.email });
    const headers = { "content-type": "application/json" };
    const issued = await ask(`${url}/dev/identity/token`, { method: "POST", body, headers });
    const parsed = Issued.safeParse(issued);
    if (!parsed.success) throw nobodyCalled(person.email);
    return parsed.data.idToken;
  };
  return { token: await issue(), renew: issue, name: person.name };
}

/** The JSON of an answer; nothing when there is none. */
async function ask(address: string, init: RequestInit = {}): Promise<unknown> {
  try {
    const response = await fetch(address, init);
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

function nobodyHeads(hall: string): StartFailure {
  return new StartFailure({
    zh: `没有找到大厅“${hall}”的负责人;请核对大厅编号,或用 --as 指定账号。`,
    en: `Nobody was found who heads the hall “${hall}”; check its id, or name an account with --as.`,
  });
}

function nobodyCalled(email: string): StartFailure {
  return new StartFailure({
    zh: `没有账号“${email}”;GET /dev/identity/people 列出所有账号。`,
    en: `There is no account “${email}”; GET /dev/identity/people lists them all.`,
  });
}
