// Asks the operating system for a port that nobody uses at this moment.
import { createServer } from "node:net";

/** The port may be taken again before the caller binds it, so a caller that cares tries more than once. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    // On all interfaces, as the local database will listen: a port free on loopback alone would not do.
    probe.listen(0, () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
