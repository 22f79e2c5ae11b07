// Loads oidc-provider, which is written for Node.js 22, on Node.js 20 as well.

// The one thing it uses that Node.js 20 lacks is URL.parse. To be removed with the support of Node.js 20.
if (!("parse" in URL)) {
  Object.defineProperty(URL, "parse", {
    configurable: true,
    writable: true,
    value: (url: string, base?: string) => (URL.canParse(url, base) ? new URL(url, base) : null),
  });
}

// It also warns about the version while it loads: true, answered above, and of no use to whoever starts the app.
const warn = console.warn;
console.warn = (...words) => {
  if (!String(words[0]).includes("Unsupported runtime")) warn(...words);
};
const { Provider } = await import("oidc-provider");
console.warn = warn;

export { Provider };
