// The only place that sends something out of the workbook: UrlFetchApp, with a fresh token of the effective user.
import type { BackendDeps } from "./backend.ts";

/** Set by the build; the manifest's list of addresses comes from the same option. */
declare const BACKEND_URL: string;

export function backendDeps(): BackendDeps {
  return {
    baseUrl: BACKEND_URL,
    token: () => ScriptApp.getIdentityToken(),
    sleep: (milliseconds) => Utilities.sleep(milliseconds),
    transport: (requests) => {
      const wanted = requests.map(({ method, url, token, body, file }) => ({
        url,
        method,
        headers: { Authorization: `Bearer ${token}` },
        muteHttpExceptions: true,
        followRedirects: false,
        ...(body === undefined ? {} : { contentType: "application/json", payload: body }),
        ...(file === undefined
          ? {}
          : { contentType: "application/octet-stream", payload: Utilities.base64Decode(file) }),
      }));
      return UrlFetchApp.fetchAll(wanted).map((response) => ({
        status: response.getResponseCode(),
        body: response.getContentText(),
      }));
    },
  };
}
