// The name that every hall has. D1 三1 “名称统一为‘**社区便民服务大厅’”.

/** `朝晖社区便民服务大厅`; the practice halls of a demonstration say so in brackets before 社区. */
export function isHallName(name: string): boolean {
  return /^\S+社区便民服务大厅$/u.test(name.trim());
}
