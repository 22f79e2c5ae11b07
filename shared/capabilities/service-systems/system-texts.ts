// What the systems say until a hall registers a text of its own: the document's words for one-time notice, short ones
// of this project's [P] for the others. Posters are printed from these.
import type { Text } from "../../kernel/text.ts";
import type { ServiceSystem } from "./systems.ts";

/** D1's annex, “一次性告知制度”, clause by clause. */
const ONE_TIME_NOTICE: readonly Text[] = [
  {
    zh: "管理相对人到我单位或电话咨询办理有关事宜时，经办人员必须一次性告知其所要办理事项的依据、时限、程序、所需的全部资料以及不予办理理由。",
    en: "Whoever asks in person or by telephone is told at once: basis, limit, procedure, all materials, and reasons for a refusal.",
  },
  {
    zh: "属于本人业务范围的，一次性清楚地告知程序、手续和办法；手续、资料不齐全的，一次性书面告知所需补正的手续和资料；不属于本人业务范围的，明确告知应找哪个部门或哪位同志办理。",
    en: "What is incomplete is named in one written list; what belongs to somebody else is referred to a named department or colleague.",
  },
  {
    zh: "涉及多个部门的，或规定不明确等特殊情况，经办人应帮助其咨询了解或请示报告，并将结果告知当事人，不能一推了之。",
    en: "Where several departments or unclear rules are concerned, the handler enquires, and tells the result.",
  },
  {
    zh: "对需一次性告知的重要事项，以书面的形式告知当事人，并存档备查。",
    en: "Important matters are told in writing, and the paper is kept.",
  },
  {
    zh: "能一次性告知清楚而未明确告知，致使服务对象跑二趟的，除按规定追究相关人员责任外，承办人应赔偿服务对象的往返交通费。",
    en: "Whoever makes somebody come twice is held to account and pays the return fare.",
  },
];

export const SYSTEM_TEXTS: Readonly<Record<ServiceSystem, readonly Text[]>> = {
  oneTimeNotice: ONE_TIME_NOTICE,
  firstContact: [
    {
      zh: "第一位接待群众的工作人员为首问责任人。",
      en: "Whoever is asked first answers for the matter.",
    },
    {
      zh: "属于本岗位的事项当场受理；不属于本岗位的，引导到有关岗位或告知有关部门，并做好移交登记。",
      en: "What belongs to the post is accepted at once; anything else is handed over, on record.",
    },
    {
      zh: "移交不移责：首问责任人跟踪到办结并反馈群众为止。",
      en: "Handing over does not end the answer: it lasts until the resident has been told the result.",
    },
  ],
  timeLimitedCompletion: [
    {
      zh: "每个事项的办理期限和承办责任人对外公开，按工作日计算。",
      en: "Each service's limit, in working days, and who is responsible are public.",
    },
    {
      zh: "在公布的期限内办结；确需延期的，期满前批准并告知群众理由。",
      en: "It is finished within the limit; an extension is granted before it runs out, with a reason that is told.",
    },
    {
      zh: "超过期限未办结的，大厅负责人督办。",
      en: "What is overdue is followed up by the head of the hall.",
    },
  ],
  serviceScope: [
    {
      zh: "行政事务管理服务八个岗位和七类生活服务，事项、材料、期限见服务范围公示。",
      en: "Eight administrative posts and seven living services: see the notice of services.",
    },
  ],
  complaintHandling: [
    {
      zh: "对服务态度、服务质量、服务效率、廉洁自律等方面不满意或有异议的，均可投诉。",
      en: "Attitude, quality, speed and integrity may all be complained of.",
    },
    {
      zh: "可以通过约见、信函、电话、传真、电子邮件等口头或书面方式投诉，也可投入投诉（评议）箱；涉及重大事项的，应采用书面形式。",
      en: "In person, by letter, telephone, fax or e-mail, or in the box; major matters in writing.",
    },
    {
      zh: "投诉有登记、有调查、有答复。",
      en: "Complaints are registered, looked into and answered.",
    },
  ],
  accountability: [
    {
      zh: "推诿、拖延、态度生硬、未一次性告知、超期办理的，视情节批评教育、警告，并记入年度考核。",
      en: "Shirking, delay, rudeness, incomplete notices and missed limits are noted in the yearly assessment.",
    },
    {
      zh: "屡犯且不听规劝的，按规章制度严肃处理。",
      en: "Whoever repeats it is dealt with under the rules.",
    },
  ],
  servicePledge: [
    {
      zh: "公开事项、依据、程序、材料、期限和收费，按承诺服务。",
      en: "Services, basis, procedure, materials, limits and fees are public, and kept to.",
    },
  ],
  ledgerRegistration: [
    {
      zh: "每件一登记，每天一汇总，每周一督查，每月一上报，发现问题及时处理。",
      en: "Each case is registered, each day summed up, each week supervised, each month reported.",
    },
  ],
};
