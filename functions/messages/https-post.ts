// Posts JSON to an address that was checked: to that IP, without following anybody elsewhere.
import { request } from "node:https";
import { isIPv6, type LookupFunction } from "node:net";

export interface PostRequest {
  readonly url: URL;
  /** Connects here, whatever a name server says by now; the certificate is still checked against the host. */
  readonly ip: string;
  readonly body: string;
}

export interface PostAnswer {
  readonly status: number;
  readonly text: string;
}

/** Throws when there is no answer. */
export type Post = (wanted: PostRequest) => Promise<PostAnswer>;

const TIMEOUT_MS = 10_000;
/** Robots answer with a line. */
const MAX_ANSWER_BYTES = 64_000;

export const httpsPost: Post = ({ url, ip, body }) =>
  new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: "POST",
        lookup: pinnedTo(ip),
        timeout: TIMEOUT_MS,
        headers: {
          "content-type": "application/json; charset=utf-8",
          "content-length": Buffer.byteLength(body),
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        let size = 0;
        answer.on("data", (chunk: Buffer) => {
          size += chunk.length;
          if (size > MAX_ANSWER_BYTES) sent.destroy(new Error("the answer is too long"));
          else chunks.push(chunk);
        });
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") }),
        );
        answer.on("error", reject);
      },
    );
    sent.on("timeout", () => sent.destroy(new Error("no answer in time")));
    sent.on("error", reject);
    sent.end(body);
  });

/** Node asks for one address or for all of them, by version and option. */
function pinnedTo(ip: string): LookupFunction {
  const family = isIPv6(ip) ? 6 : 4;
  return (_host, options, callback) => {
    if (options.all) callback(null, [{ address: ip, family }]);
    else callback(null, ip, family);
  };
}
