// Finds the browser and the Chinese fonts that the browser tests need.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PATHS = [
  "/usr/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The full path of a browser that runs: CHROMIUM_PATH, the usual places, then the path. */
export function findChromium() {
  const configured = process.env.CHROMIUM_PATH;
  if (configured !== undefined && configured !== "") return runs(configured) ? configured : undefined;
  return [...PATHS.filter((path) => existsSync(path)), ...NAMES.flatMap(onThePath)].find(runs);
}

/** True when some font has Chinese: without one, pages are measured and pictured as empty boxes. */
export function hasChineseFonts() {
  if (process.platform === "darwin") return true;
  if (existsSync("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")) return true;
  return (spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" }).stdout ?? "").trim() !== "";
}

function runs(command) {
  // Ubuntu's `chromium-browser` may be a stub that only asks for a snap.
  return spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;
}

function onThePath(name) {
  const { stdout } = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
  return stdout?.trim() ? [stdout.trim()] : [];
}
