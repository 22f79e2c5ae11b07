// Brings a fresh clone to where it can run: packages, a Java runtime and, for tests, a browser and fonts.
import { findChromium, hasChineseFonts } from "./chromium.mjs";
import { findJava, JAVA_AT_LEAST } from "./java.mjs";
import { installPackages, packagesAreCurrent } from "./packages.mjs";
import { StartFailure } from "./start-failure.mjs";
import { canInstall, installSystemPackages } from "./system-packages.mjs";

/**
 * Checks each need and installs what is missing, saying on standard output what it does.
 * @param {{ root: string, forTests: boolean }} options `root` is the folder of package.json
 */
export async function setUp({ root, forTests }) {
  if (process.platform === "win32") {
    throw new StartFailure({
      zh: "Windows 请在 WSL（适用于 Linux 的 Windows 子系统）里运行本命令。",
      en: "On Windows, run this command inside WSL (the Windows Subsystem for Linux).",
    });
  }
  const needs = [packages(root), java, ...(forTests ? [chromium, chineseFonts] : [])];
  for (const need of needs) await meet(need);
  // The tests and what they start then use the very browser that was checked here.
  if (forTests) process.env.CHROMIUM_PATH = findChromium();
}

async function meet(need) {
  if (need.isMet()) return;
  if (!need.canProvide()) throw new StartFailure(need.missing);
  const started = Date.now();
  process.stdout.write(`· ${need.doing.zh} ${need.doing.en} …\n`);
  await need.provide();
  if (!need.isMet()) throw new StartFailure(need.missing);
  process.stdout.write(`  ✓ ${Math.round((Date.now() - started) / 1000)} s\n`);
}

const packages = (root) => ({
  doing: {
    zh: "正在安装依赖包（首次约需一两分钟）。",
    en: "Installing packages (a minute or two the first time)",
  },
  missing: { zh: "依赖包不完整，请运行 npm ci。", en: "Packages are incomplete; run npm ci." },
  isMet: () => packagesAreCurrent(root),
  canProvide: () => true,
  provide: () => installPackages(root),
});

const java = fromSystem({
  doing: { zh: "正在安装 Java 运行环境。", en: "Installing a Java runtime" },
  isMet: () => findJava() !== undefined,
  // Debian 13 dropped 17; any later one serves as well.
  alternatives: [["openjdk-17-jre-headless"], ["openjdk-21-jre-headless"], ["default-jre-headless"]],
  missing: {
    zh: `缺少 Java ${JAVA_AT_LEAST} 或更新的运行环境（本地数据库需要）。请安装：Debian/Ubuntu：sudo apt-get install openjdk-17-jre-headless；Fedora：sudo dnf install java-17-openjdk-headless；macOS：brew install openjdk@17，并把 JAVA_HOME 指向它；其他系统：https://adoptium.net 。然后重新运行本命令。`,
    en: `Java ${JAVA_AT_LEAST} or later is missing (the local database needs it). Install it: Debian/Ubuntu: sudo apt-get install openjdk-17-jre-headless; Fedora: sudo dnf install java-17-openjdk-headless; macOS: brew install openjdk@17 and point JAVA_HOME at it; elsewhere: https://adoptium.net. Then run this command again.`,
  },
});

const chromium = fromSystem({
  doing: { zh: "正在安装 Chromium 浏览器（测试用）。", en: "Installing Chromium (for the tests)" },
  isMet: () => findChromium() !== undefined,
  alternatives: [["chromium"], ["chromium-browser"]],
  missing: {
    zh: "缺少 Chromium 浏览器（测试需要）。请安装：Debian：sudo apt-get install chromium；Fedora：sudo dnf install chromium；macOS：brew install --cask chromium；或把 CHROMIUM_PATH 设为已有的 Chromium/Chrome 程序的路径。然后重新运行本命令。",
    en: "Chromium is missing (the tests need it). Install it: Debian: sudo apt-get install chromium; Fedora: sudo dnf install chromium; macOS: brew install --cask chromium; or set CHROMIUM_PATH to a Chromium or Chrome that is there. Then run this command again.",
  },
});

const chineseFonts = fromSystem({
  doing: { zh: "正在安装中文字体（测试用）。", en: "Installing Chinese fonts (for the tests)" },
  isMet: hasChineseFonts,
  alternatives: [["fonts-noto-cjk"]],
  missing: {
    zh: "缺少中文字体（测试需要）。请安装：Debian/Ubuntu：sudo apt-get install fonts-noto-cjk；Fedora：sudo dnf install google-noto-sans-cjk-fonts。然后重新运行本命令。",
    en: "A Chinese font is missing (the tests need it). Install it: Debian/Ubuntu: sudo apt-get install fonts-noto-cjk; Fedora: sudo dnf install google-noto-sans-cjk-fonts. Then run this command again.",
  },
});

function fromSystem({ alternatives, ...need }) {
  const provide = async () => {
    const { ok, output } = await installSystemPackages(alternatives);
    if (!ok) process.stderr.write(`${output.trim()}\n`);
  };
  return { ...need, canProvide: canInstall, provide };
}
