// Reads the command line of the import; what is wrong with it is said in one sentence.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { StartFailure } from "../start-failure.mjs";

export interface ImportOptions {
  /** Absolute paths. */
  readonly file: string;
  readonly mapping: string;
  /** Where rows that were not taken are written; without it, beside the file. */
  readonly refused: string | undefined;
  /** The file of process steps, in place of the one that the mapping names. */
  readonly steps: string | undefined;
  readonly hall: string;
  readonly ledger: string;
  readonly dryRun: boolean;
  /** Rows that are there already but differ are changed to what the file says. */
  readonly update: boolean;
  /** Without a slash at the end; `given` when somebody asked for exactly this one. */
  readonly url: { readonly address: string; readonly given: boolean };
  /** Whose token to ask the local issuer for. */
  readonly as: string | undefined;
}

const DEFAULT_PORT = "8787";

export const USAGE = `用法 Usage:
  npm run import -- --file F --hall H --ledger L --mapping M [选项 options]

  --file F       旧台账 old ledger: .csv .xlsx .xls
  --hall H       大厅编号 id of the hall
  --ledger L     台账编号 id of the ledger, e.g. cases
  --mapping M    映射文件 mapping of columns to fields (JSON)
  --dry-run      只检查,不写入 checks everything, writes nothing
  --update       已有而不同的行按文件修改 changes rows that are there but differ
  --steps F      办理步骤文件 file of process steps, in place of the mapping's
  --refused F    未收下的行写到这里 where rows that were not taken go (.csv)
  --url U        系统地址 address of the system (http://127.0.0.1:${DEFAULT_PORT})
  --as E         本机:以此邮箱登录 on this machine: sign in as this e-mail address
  HALL_LEDGER_TOKEN  环境变量:身份令牌 environment: identity token

  退出码 Exit code: 0 全部收下 all taken; 2 有未收下的行 some not taken; 1 失败 failure
`;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ImportOptions | "help" {
  const values = parse(args);
  if (values.help) return "help";
  const need = (name: "file" | "hall" | "ledger" | "mapping"): string =>
    values[name]?.trim() ||
    refuse(
      `缺少 --${name}。写法:npm run import -- --file F --hall H --ledger L --mapping M`,
      `--${name} is missing. Write: npm run import -- --file F --hall H --ledger L --mapping M`,
    );
  // npm changes into the project's folder; people mean the folder they are in.
  const from = environment.npm_lifecycle_event === "import" ? environment.INIT_CWD : undefined;
  const path = (name: string) => resolve(from ?? "", name);
  return {
    file: path(need("file")),
    hall: need("hall"),
    ledger: need("ledger"),
    mapping: path(need("mapping")),
    refused: values.refused === undefined ? undefined : path(values.refused),
    steps: values.steps === undefined ? undefined : path(values.steps),
    dryRun: values["dry-run"] === true,
    update: values.update === true,
    url: {
      address: readAddress(values.url ?? `http://127.0.0.1:${environment.PORT || DEFAULT_PORT}`),
      given: values.url !== undefined,
    },
    as: values.as,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        file: text,
        hall: text,
        ledger: text,
        mapping: text,
        refused: text,
        steps: text,
        url: text,
        as: text,
        "dry-run": flag,
        update: flag,
        help: { type: "boolean", short: "h" },
      },
      allowPositionals: false,
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    return refuse(
      `命令的写法不对(${reason})。用 --help 查看写法。`,
      `The command is not understood (${reason}). --help shows how to write it.`,
    );
  }
}

/** A token is worth protecting: it travels over https, or stays on this machine. */
function readAddress(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    return refuse(
      `--url “${given}”不是网址;例如 http://127.0.0.1:${DEFAULT_PORT}`,
      `--url “${given}” is no web address; for example http://127.0.0.1:${DEFAULT_PORT}`,
    );
  }
  if (url.protocol === "http:" && !["127.0.0.1", "localhost", "[::1]"].includes(url.hostname)) {
    return refuse(
      `“${given}”不加密,身份令牌会泄露;请用 https:// 的地址。`,
      `“${given}” is not encrypted and would give the identity token away; please use an https:// address.`,
    );
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

function refuse(zh: string, en: string): never {
  throw new StartFailure({ zh, en });
}
