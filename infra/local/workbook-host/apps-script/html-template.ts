// Translates a template with scriptlets (<? ?>, <?= ?>, <?!= ?>) into the body of a function.
const scriptlet = /<\?(!=|=)?([\s\S]*?)\?>/g;

/** The body reads its variables from `_variables` and writes through `_write`; `<?= ?>` escapes. */
export function templateSource(content: string): string {
  let body = "with (_variables) {\n";
  let done = 0;
  for (const match of content.matchAll(scriptlet)) {
    const [whole, kind, code = ""] = match;
    if (match.index > done) body += `_write(${JSON.stringify(content.slice(done, match.index))});\n`;
    if (kind === "!=") body += `_write(${code.trim().replace(/;$/, "")});\n`;
    else if (kind === "=") body += `_write(_escape(${code.trim().replace(/;$/, "")}));\n`;
    else body += `${code}\n`;
    done = match.index + whole.length;
  }
  return `${body}_write(${JSON.stringify(content.slice(done))});\n}`;
}
