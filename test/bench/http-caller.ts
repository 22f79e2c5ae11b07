// Sends prepared bodies over connections that stay open, and reads the answers: as little work of its own as may be.
import { Agent, request } from "node:http";

export interface HttpCaller {
  /** @throws when the answer is not 200 */
  post(path: string, body: string, token: string): Promise<string>;
  close(): void;
}

export function httpCaller(url: string, connections: number): HttpCaller {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    post: (path, body, token) =>
      new Promise((resolve, reject) => {
        const headers = {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
        };
        const sent = request(`${url}${path}`, { method: "POST", agent, headers }, (answer) => {
          const parts: Buffer[] = [];
          answer.on("data", (part: Buffer) => parts.push(part));
          answer.on("end", () => {
            const text = Buffer.concat(parts).toString("utf8");
            if (answer.statusCode === 200) resolve(text);
            else reject(new Error(`${answer.statusCode}: ${text.slice(0, 300)}`));
          });
        });
        sent.on("error", reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}
