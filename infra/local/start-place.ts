// Takes what a start needs before all else: the data folder, then the port; whoever comes early is told to wait.
import { createServer, type RequestListener } from "node:http";
import { lockDirectory } from "./instance-lock.ts";
import { closeServer, listenOnLoopback } from "./listen.ts";

export interface StartPlace {
  readonly url: string;
  /** Who answers from now on. */
  answerWith(listener: RequestListener): void;
  release(): Promise<void>;
}

/** @throws StartFailure with one sentence when the folder or the port is not to be had */
export async function takePlace({
  port,
  dataDir,
}: {
  readonly port: number;
  readonly dataDir: string;
}): Promise<StartPlace> {
  const url = `http://127.0.0.1:${port}`;
  const lock = await lockDirectory({ directory: dataDir, url });
  if (!lock.ok) throw lock.error;
  let answer: RequestListener = answerThatItStarts;
  const server = createServer((request, response) => answer(request, response));
  try {
    await listenOnLoopback(server, port);
  } catch (error) {
    await lock.value.release();
    throw error;
  }
  return {
    url,
    answerWith: (listener) => {
      answer = listener;
    },
    release: async () => {
      await closeServer(server);
      await lock.value.release();
    },
  };
}

const answerThatItStarts: RequestListener = (_, response) => {
  response.writeHead(503, { "content-type": "text/html; charset=utf-8", "retry-after": "2", refresh: "2" });
  response.end(
    "<!doctype html><title>便民大厅台账</title><p>正在准备,请稍候……<p>Getting ready, please wait …",
  );
};
