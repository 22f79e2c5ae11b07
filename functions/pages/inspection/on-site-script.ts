// What runs on the phone form: keeps scores while there is no connection, sends them once, and says how many wait.
import { createHash } from "node:crypto";

/**
 * Entries live in IndexedDB, each under its call's id and its owner; only the owner's are shown and sent. A retry
 * carries the same id, so the server writes it once. Signing out clears the store (Clear-Site-Data).
 */
export const ON_SITE_SCRIPT = `"use strict";
(() => {
  const root = document.getElementById("on-site");
  if (!root || !window.indexedDB || !window.fetch) return;
  const said = JSON.parse(root.dataset.said);
  const owner = root.dataset.person;
  const say = (id, values) => said[id].replace(/\\{(\\w+)\\}/g, (whole, name) => String((values || {})[name] ?? whole));
  const state = document.getElementById("queue-state");
  const retry = document.getElementById("queue-retry");
  const formOf = (item) => root.querySelector('form[data-item="' + item + '"]');

  const opened = new Promise((resolve, reject) => {
    const asked = indexedDB.open("hall-ledger-on-site", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("queue", { keyPath: "call" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const inStore = async (mode, act) => {
    const database = await opened;
    return new Promise((resolve, reject) => {
      const change = database.transaction("queue", mode);
      const asked = act(change.objectStore("queue"));
      change.oncomplete = () => resolve(asked.result);
      change.onerror = () => reject(change.error);
    });
  };
  const entries = async () =>
    (await inStore("readonly", (store) => store.getAll())).filter((one) => one.owner === owner && one.page === location.pathname).sort((a, b) => a.order - b.order);
  const waitingOf = (all) => all.filter((one) => one.state === "waiting");

  const badge = (form, kind, text) => {
    const place = form.querySelector(".item-state");
    place.replaceChildren(Object.assign(document.createElement("span"), { className: "badge " + kind, textContent: text }));
  };
  const problem = (form, text, buttons) => {
    const place = form.querySelector(".item-problem");
    place.hidden = !text;
    place.replaceChildren(document.createTextNode(text || ""), ...(buttons || []));
  };
  const button = (text, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: text });
    made.addEventListener("click", act);
    return made;
  };

  const show = async () => {
    const all = await entries();
    const count = waitingOf(all).length;
    state.dataset.waiting = String(count);
    state.textContent = count === 0 ? said.idle : say("waiting", { n: count }) + (navigator.onLine ? "" : " · " + said.offline);
    state.className = count === 0 ? "badge good" : "badge warn";
    retry.hidden = count === 0;
    for (const one of all) {
      const form = formOf(one.fields.item);
      if (!form) continue;
      if (one.state === "waiting") badge(form, "warn", say("kept", { n: one.fields.points }));
      if (one.state === "refused") problem(form, one.message);
      if (one.state === "conflict") {
        problem(form, say("conflict", { theirs: one.theirs, mine: one.fields.points }), [
          button(said.mine, () => settle(one, one.fields.points)),
          button(said.theirs, () => settle(one, String(one.theirs))),
        ]);
      }
    }
  };

  const settle = async (one, points) => {
    await inStore("readwrite", (store) => store.delete(one.call));
    await keep({ ...one.fields, points, baseVersion: String(one.version), call: crypto.randomUUID() }, one.photo, one.name);
  };

  const keep = async (fields, photo, name) => {
    const older = (await entries()).filter((one) => one.fields.item === fields.item);
    for (const one of older) await inStore("readwrite", (store) => store.delete(one.call));
    await inStore("readwrite", (store) =>
      store.put({ call: fields.call, owner, page: location.pathname, order: Date.now(), state: "waiting", fields, photo, name }),
    );
    const form = formOf(fields.item);
    problem(form, "");
    form.elements.call.value = crypto.randomUUID();
    await show();
    void send();
  };

  let sending = false;
  let again = null;
  const later = () => {
    clearTimeout(again);
    again = setTimeout(send, 5000);
  };
  async function send() {
    if (sending) return;
    sending = true;
    try {
      for (const one of waitingOf(await entries())) {
        const form = formOf(one.fields.item);
        if (!form) continue;
        const body = new FormData();
        // The token of this session: the score may have waited longer than the one that it was made in.
        for (const [name, value] of Object.entries({ ...one.fields, form_token: form.elements.form_token.value })) body.append(name, value);
        body.append("photo", one.photo, one.name);
        const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } });
        const told = await answer.json().catch(() => ({}));
        if (answer.ok) {
          await inStore("readwrite", (store) => store.delete(one.call));
          form.elements.baseVersion.value = String(told.version);
          badge(form, "good", say("saved", { n: told.entry.points }));
          problem(form, "");
          form.elements.photo.value = "";
        } else if (answer.status === 409 && told.code === "scored_meanwhile") {
          const theirs = { state: "conflict", theirs: told.current.value.points, version: told.current.version };
          await inStore("readwrite", (store) => store.put({ ...one, ...theirs }));
        } else if (answer.status === 401) {
          state.textContent = said.signIn;
          return;
        } else if (answer.status >= 500) {
          later();
          return;
        } else {
          const message = (told.message && told.message[document.documentElement.lang.slice(0, 2)]) || answer.statusText;
          await inStore("readwrite", (store) => store.put({ ...one, state: "refused", message }));
        }
        await show();
      }
    } catch {
      // No connection: everything stays where it is.
      later();
    } finally {
      sending = false;
      if (state.textContent !== said.signIn) await show();
    }
  }

  /** Phones take pictures of many megabytes; what waits here, and goes through a weak connection, is made smaller. */
  const smaller = async (file) => {
    try {
      const picture = await createImageBitmap(file);
      const scale = Math.min(1, 1600 / Math.max(picture.width, picture.height));
      if (scale === 1 && file.size < 1000000) return file;
      const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      return (await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.82))) || file;
    } catch {
      // No picture: the server says so.
      return file;
    }
  };

  const local = () => {
    const now = new Date();
    const two = (value) => String(value).padStart(2, "0");
    const zone = -now.getTimezoneOffset();
    const offset = (zone < 0 ? "-" : "+") + two(Math.floor(Math.abs(zone) / 60)) + ":" + two(Math.abs(zone) % 60);
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate()) + "T" + two(now.getHours()) + ":" + two(now.getMinutes()) + ":00" + offset;
  };

  for (const form of root.querySelectorAll("form.on-site-item")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const [file] = form.elements.photo.files;
      if (!file) {
        problem(form, said.photo);
        return;
      }
      const { call, baseVersion, points, note } = form.elements;
      const fields = { item: form.dataset.item, call: call.value, baseVersion: baseVersion.value, points: points.value, note: note.value, seenAt: local() };
      void smaller(file).then((photo) => keep(fields, photo, file.name || "photo.jpg"));
    });
  }
  retry.addEventListener("click", send);
  window.addEventListener("online", send);
  window.addEventListener("offline", show);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && send());
  for (const form of document.querySelectorAll("form.account")) {
    form.addEventListener("submit", (event) => {
      const count = Number(state.dataset.waiting);
      if (count > 0 && !window.confirm(say("leave", { n: count }))) event.preventDefault();
    });
  }
  if ("serviceWorker" in navigator) navigator.serviceWorker.register(root.dataset.worker).catch(() => {});
  void show().then(send);
})();
`;

export const ON_SITE_SCRIPT_PATH = `/assets/on-site-${createHash("sha256").update(ON_SITE_SCRIPT).digest("hex").slice(0, 12)}.js`;

/**
 * Opens the form again where there is no connection: a phone forgets a page while its camera is open. It keeps nothing
 * but forms on site and the files that they need, and goes with signing out.
 */
export const ON_SITE_WORKER = `"use strict";
const CACHE = "hall-ledger-on-site";
const isForm = (url) => url.pathname.startsWith("/centre/inspections/") && url.pathname.endsWith("/on-site");
const isKept = (url) => url.origin === location.origin && (isForm(url) || url.pathname.startsWith("/assets/"));
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !isKept(new URL(request.url))) return;
  event.respondWith((async () => {
    const cache = await caches.open(CACHE);
    try {
      const answer = await fetch(request);
      if (answer.ok && !answer.redirected) await cache.put(request, answer.clone());
      return answer;
    } catch (error) {
      const kept = await cache.match(request, { ignoreVary: true });
      if (kept) return kept;
      throw error;
    }
  })());
});
`;

/** Of the page that runs the script: its own files, and pictures that it has just taken. */
export const ON_SITE_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A worker obeys the policy that it came with. */
export const ON_SITE_WORKER_POLICY = "default-src 'none'; connect-src 'self'";
