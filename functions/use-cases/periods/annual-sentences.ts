// The annual summary's sentences, made from its figures in the manner of D5 ("截止目前,…发放…,办理…个,其中…").
import type { Text } from "../../../shared/kernel/text.ts";
import type { AnnualSummary, MatterCount } from "./annual-summary.ts";

export function annualSentences({ asOf, matters, documents }: Omit<AnnualSummary, "sentences">): Text[] {
  const [year, month, day] = asOf.split("-").map(Number);
  const sentences: Text[] = [];
  if (documents.length > 0) {
    sentences.push({
      zh: `截至${year}年${month}月${day}日,${documents.map(({ name, quantity, unit }) => `发放${name.zh}${quantity}${unit}`).join(",")}。`,
      en: `As of ${asOf}, handed out: ${documents.map(({ name, quantity }) => `${quantity} ${name.en}`).join(", ")}.`,
    });
  }
  for (const matter of matters) sentences.push(matterSentence(matter, asOf));
  return sentences;
}

function matterSentence({ name, done, subtypes }: MatterCount, asOf: string): Text {
  const zh = subtypes.map((one) => `${one.name.zh}${one.count}个`).join(",");
  const en = subtypes.map((one) => `${one.count} ${one.name.en}`).join(", ");
  return {
    zh: `办理${name.zh}${done}个${zh && `,其中${zh}`}。`,
    en: `${name.en}: ${done} done as of ${asOf}${en && `, of which ${en}`}.`,
  };
}
