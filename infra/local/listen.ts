// Opens a server on a fixed loopback port, with a sentence instead of a stack when the port is not to be had.
import type { Server } from "node:http";
import { StartFailure } from "./start-failure.mjs";

/** @throws StartFailure when the port is taken or not allowed */
export function listenOnLoopback(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void => reject(explain(error, port));
    server.once("error", refuse);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", refuse);
      resolve();
    });
  });
}

/** Stops listening and hangs up: browsers keep connections open, which would keep the process alive. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE") {
    return new StartFailure({
      zh: `端口 ${port} 已被其他程序占用。请关闭那个程序，或换一个端口：PORT=${port + 1} npm start`,
      en: `Port ${port} is taken by another program. Close that program, or choose another port: PORT=${port + 1} npm start`,
    });
  }
  if (error.code === "EACCES") {
    return new StartFailure({
      zh: `系统不允许使用端口 ${port}。请换一个 1024 以上的端口：PORT=8787 npm start`,
      en: `The system does not allow port ${port}. Choose one above 1024: PORT=8787 npm start`,
    });
  }
  return error;
}
