// What the documents forbid at the window, as codes; each with the clause that it stands in.
import type { Text } from "../../kernel/text.ts";

interface ConductCode extends Text {
  readonly clause: string;
}

export const CONDUCT_CODES = {
  breakfastOut: { zh: "上班后外出吃早点", en: "out for breakfast during work", clause: "D3 一1" },
  privateErrands: { zh: "干私活", en: "private errands", clause: "D3 一1" },
  shirking: { zh: "推诿拖延", en: "shirking", clause: "D3 三1" },
  noise: { zh: "大声喧哗", en: "noise", clause: "D3 三3" },
  horseplay: { zh: "嬉戏打闹", en: "horseplay", clause: "D3 三3" },
  littering: { zh: "乱吐乱丢", en: "spitting or littering", clause: "D3 三3" },
  snacks: { zh: "吃零食或东西", en: "snacks or meals", clause: "D3 三3、D4 二" },
  untidy: { zh: "衣着不整", en: "untidy dress", clause: "D3 三5" },
  quarrel: { zh: "与顾客争吵", en: "quarrel with a visitor", clause: "D3 三5" },
  abuse: { zh: "恶语伤人", en: "abusive words", clause: "D3 三5" },
  strolling: { zh: "串岗", en: "visiting other posts", clause: "D4 二" },
  offPost: { zh: "无事擅自离岗", en: "off the post without need", clause: "D4 二" },
  games: { zh: "玩电脑游戏", en: "computer games", clause: "D4 二" },
  chatting: { zh: "上网聊天", en: "chatting on the internet", clause: "D4 二" },
  earphones: { zh: "带耳机听歌", en: "earphones", clause: "D4 二" },
  smoking: { zh: "吸烟", en: "smoking", clause: "D4 五" },
  openFire: { zh: "使用明火、焚烧纸屑", en: "open fire, burning paper", clause: "D4 五" },
  other: { zh: "其他", en: "other", clause: "" },
} as const satisfies Record<string, ConductCode>;

/** D4 五: "全体人员都有权利和义务及时进行劝阻和制止". */
export const TO_BE_DISSUADED: readonly string[] = ["smoking", "openFire"];
