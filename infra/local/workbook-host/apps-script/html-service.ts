// HtmlService: files, strings and templates with scriptlets.
import { enumeration } from "./enumeration.ts";
import { exception, host } from "./host.ts";
import { htmlOutputOf } from "./html-output.ts";
import { templateSource } from "./html-template.ts";
import { Links } from "./links.ts";
import { standFor } from "./provided.ts";

type Service = GoogleAppsScript.HTML.HtmlService;
type Output = GoogleAppsScript.HTML.HtmlOutput;
type Template = GoogleAppsScript.HTML.HtmlTemplate;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (value: unknown): string =>
  String(value ?? "").replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** Names that belong to the template object itself and are no variables of the template. */
const ownNames = new Set(["evaluate", "getCode", "getCodeWithComments", "getRawContent"]);
const templateLinks = new Links<string>("HtmlTemplate");

function templateOf(content: string): Template {
  const template: Partial<Template> = {
    getRawContent: () => content,
    getCode: () => templateSource(content),
    evaluate(): Output {
      const variables: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(template)) if (!ownNames.has(name)) variables[name] = value;
      // Function bodies are sloppy, so the template's variables can be in scope through `with`, as at Google.
      const run: unknown = new Function("_variables", "_write", "_escape", templateSource(content));
      if (typeof run !== "function") throw exception("The template could not be compiled.");
      let written = "";
      Reflect.apply(run, undefined, [
        variables,
        (text: unknown) => {
          written += String(text ?? "");
        },
        escapeHtml,
      ]);
      return htmlOutputOf(written);
    },
  };
  return templateLinks.tie(standFor<Template>("HtmlTemplate", template), content);
}

function fileContent(name: string): string {
  const content = host().htmlFiles[name.replace(/\.html$/, "")];
  if (content === undefined) throw exception(`No HTML file named ${name} was found.`);
  return content;
}

export const htmlService: Service = standFor<Service>("HtmlService", {
  SandboxMode: enumeration<Service["SandboxMode"]>("SandboxMode", ["EMULATED", "IFRAME", "NATIVE"]),
  XFrameOptionsMode: enumeration<Service["XFrameOptionsMode"]>("XFrameOptionsMode", ["ALLOWALL", "DEFAULT"]),
  createHtmlOutput: (content?: unknown) =>
    htmlOutputOf(typeof content === "string" ? content : blobText(content)),
  createHtmlOutputFromFile: (name: string) => htmlOutputOf(fileContent(name)),
  createTemplate: (content: unknown) => templateOf(typeof content === "string" ? content : blobText(content)),
  createTemplateFromFile: (name: string) => templateOf(fileContent(name)),
});

function blobText(source: unknown): string {
  if (source === undefined) return "";
  const method: unknown =
    typeof source === "object" && source !== null ? Reflect.get(source, "getDataAsString") : undefined;
  return typeof method === "function" ? String(Reflect.apply(method, source, [])) : String(source);
}
