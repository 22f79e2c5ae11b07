// Keeps the local issuer's sign-ins in memory; they last minutes, so a restart loses nothing worth keeping.
import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";

interface Entry {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/** One store for all kinds of things the issuer remembers. */
export function createIdentityMemory(): AdapterFactory {
  const entries = new Map<string, Entry>();
  return (kind) => createAdapter(kind, entries);
}

function createAdapter(kind: string, entries: Map<string, Entry>): Adapter {
  const prefix = `${kind}:`;
  const live = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key);
    return entry !== undefined && entry.expiresAt > Date.now() ? entry.payload : undefined;
  };
  const findBy = (field: "uid" | "userCode", value: string): AdapterPayload | undefined => {
    for (const key of entries.keys()) {
      const payload = key.startsWith(prefix) ? live(key) : undefined;
      if (payload?.[field] === value) return payload;
    }
    return undefined;
  };

  return {
    upsert: async (id, payload, expiresIn) => {
      forgetExpired(entries);
      const expiresAt = expiresIn === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresIn * 1000;
      entries.set(prefix + id, { payload, expiresAt });
    },
    // A browser's earlier sign-in is not recognised: every sign-in asks whom to be. The issuer itself finds
    // the session of a sign-in under way by its uid.
    find: async (id) => (kind === "Session" ? undefined : live(prefix + id)),
    findByUid: async (uid) => findBy("uid", uid),
    findByUserCode: async (userCode) => findBy("userCode", userCode),
    consume: async (id) => {
      const payload = live(prefix + id);
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => {
      entries.delete(prefix + id);
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    },
  };
}

function forgetExpired(entries: Map<string, Entry>): void {
  const now = Date.now();
  for (const [key, entry] of entries) if (entry.expiresAt <= now) entries.delete(key);
}
