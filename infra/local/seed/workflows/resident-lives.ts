// Demonstration of what residents say: complaints through every end, ratings good and bad, referrals followed up.
import { november, type WorkflowLife, type WorkflowPlace } from "./workflow-life.ts";

type Step = readonly [action: string, values: Record<string, unknown>];

const acknowledged = (day: number): Step => ["acknowledge", { at: november(day, "11:00"), toldBy: "phone" }];

/** Only residents' words, and all of them invented. */
export function complaintLives({ person }: WorkflowPlace): WorkflowLife[] {
  const complaint = (
    key: string,
    day: number,
    more: Record<string, unknown>,
    steps: Step[] = [],
  ): WorkflowLife => ({
    ledger: "complaints",
    key,
    values: {
      receivedAt: november(day, "10:00"),
      channel: "letter",
      ground: "attitude",
      about: "person",
      aboutPerson: person("clerk1"),
      content: "在窗口等了一个小时没有人理会，希望改进(演示)。",
      complainant: "钱演示",
      contact: "0000",
      ...more,
    },
    steps,
  });
  const window = { about: "window", aboutPerson: null, aboutWindow: "二号窗口" };
  return [
    complaint("answered", 3, {}, [
      acknowledged(3),
      ["assign", { at: november(3, "15:00"), handler: person("windowhead") }],
      [
        "answer",
        {
          at: november(6, "16:00"),
          finding: "upheld",
          answer: "情况属实，已当面致歉并改进叫号(演示)。",
          toldBy: "phone",
        },
      ],
      [
        "decideAccountability",
        { at: november(9, "10:00"), decision: "talk", reason: "首次，谈话提醒(演示)" },
      ],
      ["followUp", { at: november(12, "10:00"), satisfaction: "satisfied" }],
    ]),
    complaint("handling", 17, { ...window, channel: "telephone", ground: "efficiency" }, [acknowledged(17)]),
    complaint("box", 19, {
      ...window,
      channel: "box",
      ground: "quality",
      content: "填表示范看不清，建议换大字版(演示)。",
      complainant: null,
      contact: null,
    }),
    complaint("late", 4, { ...window, channel: "email", ground: "efficiency" }, [acknowledged(6)]),
    complaint("withdrawn", 10, { channel: "telephone" }, [
      ["withdraw", { at: november(10, "16:00"), reason: "已当面解决(演示)" }],
    ]),
  ];
}

/** Every hall has some ratings, so that a centre has something to compare. */
export function ratingLives(): WorkflowLife[] {
  const rating = (
    key: string,
    day: number,
    grade: string,
    more: Record<string, unknown> = {},
    steps: Step[] = [],
  ) => ({
    ledger: "service-ratings",
    key,
    values: {
      ratedAt: november(day, "16:00"),
      matter: "senior-card",
      grade,
      channel: "paper",
      servedBy: "窗口一(演示)",
      ...more,
    },
    steps,
  });
  const begin: Step = [
    "beginRectifying",
    { at: november(10, "09:00"), cause: "等候时间过长(演示)", owner: "窗口负责人(演示)" },
  ];
  const finish: Step = [
    "finishRectifying",
    { at: november(12, "09:00"), measure: "高峰期增开一个窗口(演示)" },
  ];
  return [
    rating("very", 3, "verySatisfied", { comment: "讲得清楚，一次办完(演示)" }),
    rating("good", 5, "satisfied", { matter: "migrant-registration" }),
    rating("fair", 6, "acceptable", { matter: "legal-advice" }),
    rating("bad", 9, "dissatisfied", { comment: "等得太久(演示)" }, [
      begin,
      finish,
      ["callBack", { at: november(16, "10:00"), content: "content" }],
    ]),
    rating("open", 18, "dissatisfied", { comment: "材料说法前后不一(演示)" }),
  ];
}

export function referralLives(): WorkflowLife[] {
  const referral = {
    kind: "referral",
    firstAskedBy: "窗口一(演示)",
    visitor: "孙演示",
    subject: "公积金提取(演示)",
    toDepartment: "市公积金中心(演示)",
  };
  const enquiry = {
    ...referral,
    kind: "enquiry",
    subject: "跨区户籍与低保衔接(演示)",
    toDepartment: null,
    askedOf: "社区管理室",
  };
  return [
    {
      ledger: "referrals",
      key: "taken",
      values: { ...referral, askedAt: november(11, "10:00") },
      steps: [["takeOver", { at: november(11, "15:00"), by: "公积金窗口(演示)" }]],
    },
    { ledger: "referrals", key: "waiting", values: { ...referral, askedAt: november(20, "10:00") } },
    {
      ledger: "referrals",
      key: "told",
      values: { ...enquiry, askedAt: november(12, "10:00") },
      steps: [
        ["answer", { at: november(16, "10:00"), result: "按户籍所在地办理(演示)" }],
        ["tell", { at: november(16, "15:00"), toldBy: "phone" }],
      ],
    },
  ];
}
