// What the report function needs beside its bundle, for Lambda's machines: resvg's native module, and a font with Chinese letters.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Amazon Linux on Graviton, as `LedgerFunction` asks for it. */
export const LAMBDA_PLATFORM = "linux-arm64-gnu";

/** Where Debian and Ubuntu, Fedora and Amazon Linux, and Arch put Noto Sans CJK. */
const FONTS = [
  "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
  "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
  "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
];

/** Says what is missing and what to do, in Chinese and English. */
export class PartMissing extends Error {}

export interface Parts {
  readonly platform: string;
  /** Where packages come from: npm's own settings. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where fetched packages stay, so that the next deployment needs no network. */
  readonly cache: string;
  readonly fonts: readonly string[];
}

export const lambdaParts: Parts = {
  platform: LAMBDA_PLATFORM,
  environment: process.env,
  cache: join(root, "dist/packages"),
  fonts: process.env.REPORT_FONT ? [process.env.REPORT_FONT] : FONTS,
};

/** Puts both beside the bundle in `folder`. @throws PartMissing */
export function addReportParts(folder: string, parts: Parts = lambdaParts): void {
  const font = parts.fonts.find((path) => existsSync(path));
  if (!font) {
    throw new PartMissing(
      `报告里的图表需要一个含汉字的字体,本机没有:${parts.fonts.join("、")}。请安装 fonts-noto-cjk,或用 REPORT_FONT=<字体文件> 指定。\n` +
        `The charts of reports need a font with Chinese letters, and this machine has none of ${parts.fonts.join(", ")}. Install fonts-noto-cjk, or name a font's file: REPORT_FONT=<file>.`,
    );
  }
  const native = nativeModule(parts);
  const modules = join(folder, "node_modules");
  const fonts = join(folder, "fonts");
  for (const old of [modules, fonts]) rmSync(old, { recursive: true, force: true });
  cpSync(join(root, "node_modules/@resvg/resvg-js"), join(modules, "@resvg/resvg-js"), { recursive: true });
  cpSync(native, join(modules, `@resvg/resvg-js-${parts.platform}`), { recursive: true });
  mkdirSync(fonts, { recursive: true });
  cpSync(font, join(fonts, basename(font)));
}

/** The package as npm installed it, where this machine is of that kind; else as npm's registry has it and the lock file knows it. */
function nativeModule({ platform, environment, cache }: Parts): string {
  const name = `@resvg/resvg-js-${platform}`;
  const installed = join(root, "node_modules", name);
  if (existsSync(installed)) return installed;
  const { version, integrity } = lockedPackage(name);
  const unpacked = join(cache, `resvg-js-${platform}-${version}`);
  mkdirSync(unpacked, { recursive: true });
  const archive = () => readdirSync(unpacked).find((file) => file.endsWith(".tgz"));
  try {
    if (!archive()) {
      const where = ["--silent", "--pack-destination", unpacked];
      execFileSync("npm", ["pack", `${name}@${version}`, ...where], { env: environment, stdio: "pipe" });
    }
    const file = join(unpacked, archive() ?? "");
    const found = `sha512-${createHash("sha512").update(readFileSync(file)).digest("base64")}`;
    if (found !== integrity) throw new Error(`${file}: ${found}, not ${integrity} as in package-lock.json`);
    execFileSync("tar", ["-xzf", file, "-C", unpacked], { stdio: "pipe" });
  } catch (error) {
    // Whatever was fetched is not what was asked for: the next try begins anew.
    rmSync(unpacked, { recursive: true, force: true });
    const why = error instanceof Error ? error.message : String(error);
    throw new PartMissing(
      `报告函数需要 ${name}@${version},没有取到:请检查到 npm 源的网络后重试。\n` +
        `The report function needs ${name}@${version}, and it was not to be had: check the way to npm's registry and try again.\n${why}`,
    );
  }
  return join(unpacked, "package");
}

function lockedPackage(name: string): { version: string; integrity: string } {
  const Lock = z.object({
    packages: z.record(
      z.string(),
      z.object({ version: z.string().optional(), integrity: z.string().optional() }),
    ),
  });
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  const Locked = z.object({ version: z.string(), integrity: z.string().startsWith("sha512-") });
  return Locked.parse(packages[`node_modules/${name}`]);
}
