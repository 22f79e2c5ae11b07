// A queue over HTTP as SQS speaks it (JSON protocol): keeps what it is sent, and says so as SQS does.
import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import * as z from "zod";
import { findFreePort } from "../../infra/local/free-port.ts";
import { closeServer, listenOnLoopback } from "../../infra/local/listen.ts";

const Batch = z.object({
  QueueUrl: z.string(),
  Entries: z.array(z.object({ Id: z.string(), MessageBody: z.string() })).max(10),
});
const Single = z.object({ QueueUrl: z.string(), MessageBody: z.string() });

export interface SqsServer {
  readonly endpoint: string;
  readonly queueUrl: string;
  readonly bodies: string[];
  close(): Promise<void>;
}

export async function startSqs(): Promise<SqsServer> {
  const bodies: string[] = [];
  const keep = (body: string) => {
    bodies.push(body);
    return { MessageId: randomUUID(), MD5OfMessageBody: createHash("md5").update(body).digest("hex") };
  };
  const answerTo = (target: string, asked: unknown) => {
    switch (target) {
      case "AmazonSQS.SendMessage":
        return keep(Single.parse(asked).MessageBody);
      case "AmazonSQS.SendMessageBatch": {
        const { Entries } = Batch.parse(asked);
        return {
          Successful: Entries.map(({ Id, MessageBody }) => ({ Id, ...keep(MessageBody) })),
          Failed: [],
        };
      }
      default:
        return undefined;
    }
  };
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const answer = answerTo(String(request.headers["x-amz-target"]), JSON.parse(text));
    response.writeHead(answer ? 200 : 400, { "content-type": "application/x-amz-json-1.0" });
    response.end(JSON.stringify(answer ?? { __type: "InvalidAction" }));
  });
  const port = await findFreePort();
  await listenOnLoopback(server, port);
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    endpoint,
    queueUrl: `${endpoint}/000000000000/messages`,
    bodies,
    close: () => {
      server.closeAllConnections();
      return closeServer(server);
    },
  };
}
