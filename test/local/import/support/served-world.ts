// Serves a test's world over real HTTP, as the import meets it, and lets a test step in at every sync call.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { findFreePort } from "../../../../infra/local/free-port.ts";
import { closeServer, listenOnLoopback } from "../../../../infra/local/listen.ts";
import { emailOf, type Who, type World } from "../../../support/world.ts";

/** A sync call has arrived, or its rows have been written and nothing has been answered yet. */
export type SyncListener = (
  moment: "arrived" | "written",
  count: number,
  /** Ends the connection without an answer. */
  hangUp: () => void,
) => void;

export interface ServedWorld {
  readonly url: string;
  /** How many sync calls have arrived. */
  syncs(): number;
  onSync(listener: SyncListener): void;
  close(): Promise<void>;
}

const PEOPLE: readonly { who: Who; role: string; halls: string[] }[] = [
  { who: "clerk", role: "clerk", halls: ["east"] },
  { who: "head", role: "hallHead", halls: ["east"] },
  { who: "west", role: "hallHead", halls: ["west"] },
  { who: "amsterdam", role: "hallHead", halls: ["amsterdam"] },
  { who: "director", role: "director", halls: [] },
];

export async function serveWorld(world: World): Promise<ServedWorld> {
  const port = await findFreePort();
  let count = 0;
  let listener: SyncListener = () => {};
  const answerOthers = getRequestListener(world.app.fetch);

  const answerSync = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const number = ++count;
    const hangUp = () => request.socket.destroy();
    const body = await textOf(request);
    listener("arrived", number, hangUp);
    if (request.socket.destroyed) return;
    const authorization = request.headers.authorization ?? "";
    const answer = await world.app.request(request.url ?? "", {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body,
    });
    const text = await answer.text();
    listener("written", number, hangUp);
    if (!request.socket.destroyed) response.writeHead(answer.status).end(text);
  };

  const answerIssuer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === "GET") {
      const people = PEOPLE.map(({ who, ...rest }) => ({ email: emailOf(who), name: who, ...rest }));
      response.end(JSON.stringify(people));
      return;
    }
    const { email } = JSON.parse(await textOf(request));
    const person = PEOPLE.find(({ who }) => emailOf(who) === email);
    if (person) response.end(JSON.stringify({ idToken: await world.token(person.who) }));
    else response.writeHead(404).end();
  };

  const server = createServer((request, response) => {
    const url = request.url ?? "";
    if (url.startsWith("/dev/identity/")) void answerIssuer(request, response);
    else if (url.endsWith("/sync")) void answerSync(request, response);
    else void answerOthers(request, response);
  });
  await listenOnLoopback(server, port);
  return {
    url: `http://127.0.0.1:${port}`,
    syncs: () => count,
    onSync: (next) => {
      listener = next;
    },
    close: () => closeServer(server),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  request.setEncoding("utf8");
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}
