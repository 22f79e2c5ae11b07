// Says whether this Node.js is new enough, in syntax that an old one can still read.

// 20.19 is the first that loads ECMAScript modules with require, which build tools here rely on.
const NEEDED = [20, 19];

export function isNodeNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

export const nodeTooOld = {
  zh: `需要 Node.js ${NEEDED.join(".")} 或更新版本，当前是 ${process.versions.node}。请从 https://nodejs.org 安装新版本后重试。`,
  en: `Node.js ${NEEDED.join(".")} or later is needed; this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
};
