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

export interface SqsServer {
  readonly endpoint: string;
  readonly queueUrl: string;
  readonly bodies: string[];
  close(): Promise<void>;
}

export async function startSqs(): Promise<SqsServer> {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    if (request.headers["x-amz-target"] !== "AmazonSQS.SendMessageBatch") {
      response.writeHead(400).end('{"__type":"InvalidAction"}');
      return;
    }
    const { Entries } = Batch.parse(JSON.parse(text));
    bodies.push(...Entries.map(({ MessageBody }) => MessageBody));
    const Successful = Entries.map(({ Id, MessageBody }) => ({
      Id,
      MessageId: randomUUID(),
      MD5OfMessageBody: createHash("md5").update(MessageBody).digest("hex"),
    }));
    response.writeHead(200, { "content-type": "application/x-amz-json-1.0" });
    response.end(JSON.stringify({ Successful, Failed: [] }));
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
