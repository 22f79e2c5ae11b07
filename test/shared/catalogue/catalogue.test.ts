// Questions asked of a catalogue, on toy catalogues and on the shipped one.
import { describe, expect, test } from "vitest";
import {
  catalogueFaults,
  findMatter,
  isActiveOn,
  materialsFor,
  searchMatters,
} from "../../../shared/capabilities/catalogue/catalogue.ts";
import { Matter, type Post } from "../../../shared/capabilities/catalogue/matter.ts";
import { SHIPPED_MATTERS } from "../../../shared/capabilities/catalogue/shipped-matters.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";

const LIBRARY: Post = {
  id: "library",
  name: { zh: "图书馆", en: "Library" },
  serviceClass: "administrativeService",
};
const TILL: Post = { id: "till", name: { zh: "收银台", en: "Till" }, serviceClass: "livingService" };
const POSTS = [LIBRARY, TILL];

const CARD: Matter = {
  id: "reader-card",
  name: { zh: "借书证", en: "Reader's card" },
  initials: "JSZ",
  post: "library",
  serviceClass: "administrativeService",
  flow: "agencyHandling",
  timeLimit: 2,
  upstream: false,
  materials: [],
  subtypes: [],
  anonymous: false,
  sensitive: false,
  fee: false,
};

const named = (id: string, zh: string, en: string, initials: string): Matter => ({
  ...CARD,
  id,
  name: { zh, en },
  initials,
});

const idsFound = (matters: readonly Matter[], typed: string) =>
  searchMatters(matters, typed).map(({ id }) => id);

describe("finding a matter", () => {
  test("by its id gives the matter, by an unknown id nothing", () => {
    expect(findMatter([CARD], "reader-card")).toBe(CARD);
    expect(findMatter([CARD], "reader")).toBeUndefined();
  });

  const shelf = [
    named("loan", "图书借阅", "Loan of a book", "TSJY"),
    named("book-gift", "捐赠图书", "Gift of books", "JZTS"),
    named("catalogue", "目录查询", "Catalogue query", "MLCX"),
    named("bookbinding", "装订、修补", "Bookbinding", "ZDXB"),
  ];

  test.each([
    ["Chinese words, those that begin with them first", "图书", ["loan", "book-gift"]],
    ["initials, those that begin with them first", "ts", ["loan", "book-gift"]],
    ["initials in full width", "ＭＬＣ", ["catalogue"]],
    ["English words, whatever their case", "CATALOGUE q", ["catalogue"]],
    [
      "English: first what begins with it, then what has a word beginning with it",
      "book",
      ["bookbinding", "loan", "book-gift"],
    ],
    ["several words in any order", "books  gift", ["book-gift"]],
    ["words that do not all occur: nothing", "gift loan", []],
    ["names without their enumeration comma", "装订修补", ["bookbinding"]],
    ["names with it", "装订、修", ["bookbinding"]],
    ["text that occurs nowhere: nothing", "xyz", []],
  ])("by %s", (_, typed, expected) => {
    expect(idsFound(shelf, typed)).toEqual(expected);
  });

  test("with nothing typed gives the whole catalogue in its order", () => {
    expect(searchMatters(shelf, "  ")).toEqual(shelf);
  });

  test("by the name that the source documents use finds its successor too", () => {
    expect(idsFound(SHIPPED_MATTERS, "餐饮服务许可证")).toEqual([
      "catering-permit-new",
      "catering-permit-renewal",
      "food-business-licence-new",
      "food-business-licence-renewal",
    ]);
  });

  test.each([
    ["lnz", "senior-card"],
    ["老年", "senior-card"],
    ["ｄｂ", "minimum-living-allowance"],
    ["户籍（身份证）", "household-registration"],
    ["sfz", "household-registration"],
    ["disability", "disability-certificate"],
    ["ydsf", "electricity-fee"],
    ["zd", "epidemic-and-hiv-prevention"],
  ])("by %s in the shipped catalogue puts %s first", (typed, id) => {
    expect(idsFound(SHIPPED_MATTERS, typed)[0]).toBe(id);
  });
});

describe("a matter", () => {
  const retired: Matter = { ...CARD, retiredFrom: "2015-10-01" };

  test("without an end is offered on any date", () => {
    expect(isActiveOn(CARD, plainDate("2011-01-01"))).toBe(true);
  });

  test("that is retired takes cases of the day before, and none of that day", () => {
    expect(isActiveOn(retired, plainDate("2015-09-30"))).toBe(true);
    expect(isActiveOn(retired, plainDate("2015-10-01"))).toBe(false);
  });

  test("asks a subtype for the common materials and its own, and for all while the subtype is unknown", () => {
    const form = { id: "form", name: { zh: "表", en: "Form" } };
    const slip = { id: "slip", name: { zh: "单", en: "Slip" }, subtypes: ["child"] };
    const matter: Matter = { ...CARD, materials: [form, slip] };
    expect(materialsFor(matter, "child")).toEqual([form, slip]);
    expect(materialsFor(matter, "adult")).toEqual([form]);
    expect(materialsFor(matter)).toEqual([form, slip]);
  });

  test("may leave out what is usual when it is parsed", () => {
    const { subtypes, anonymous, sensitive, fee, ...short } = CARD;
    expect(Matter.parse(short)).toEqual({ ...short, subtypes, anonymous, sensitive, fee });
  });
});

describe("a catalogue is refused for", () => {
  const name = { zh: "甲", en: "A" };
  const cases: readonly (readonly [string, Partial<Matter>, string])[] = [
    ["a post that does not exist", { post: "cellar" }, "reader-card: unknown post cellar"],
    ["a class other than its post's", { post: "till" }, "reader-card: not of the class of post till"],
    ["a missing limit", { timeLimit: null }, "reader-card: no time limit"],
    ["a fee at an administrative window", { fee: true }, "reader-card: a fee outside the living services"],
    [
      "a consultation that waits for an outside agency",
      { flow: "consultation", upstream: true },
      "reader-card: upstream, but its flow forwards nothing",
    ],
    [
      "an end that is no date",
      { retiredFrom: "2015-02-30" },
      "reader-card: retired from 2015-02-30, which is no date",
    ],
    [
      "a material listed twice",
      {
        materials: [
          { id: "form", name },
          { id: "form", name },
        ],
      },
      "reader-card: material form more than once",
    ],
    [
      "a subtype listed twice",
      {
        subtypes: [
          { id: "child", name },
          { id: "child", name },
        ],
      },
      "reader-card: subtype child more than once",
    ],
    [
      "a material for a subtype that it lacks",
      { materials: [{ id: "form", name, subtypes: ["child"] }] },
      "reader-card: a material for unknown subtype child",
    ],
  ];

  test.each(cases)("%s", (_, change, fault) => {
    expect(catalogueFaults([{ ...CARD, ...change }], POSTS)).toEqual([fault]);
  });

  test("two matters of one id or one Chinese name, and two posts of one id", () => {
    const other = named("other", "借书证", "Another card", "JSZ");
    expect(catalogueFaults([CARD, named("reader-card", "还书", "Return", "HS")], POSTS)).toEqual([
      "reader-card: two matters with this id",
    ]);
    expect(catalogueFaults([CARD, other], POSTS)).toEqual(["借书证: two matters with this name"]);
    expect(catalogueFaults([CARD], [...POSTS, LIBRARY])).toEqual(["library: two posts with this id"]);
  });
});

describe("a catalogue is accepted with", () => {
  test.each<readonly [string, Partial<Matter>]>([
    ["a standing duty without a limit", { flow: "routineTask", timeLimit: null }],
    ["a fee at a living service", { post: "till", serviceClass: "livingService", fee: true }],
    ["a handling that waits for an outside agency", { upstream: true }],
    ["an end that is a date", { retiredFrom: "2015-10-01" }],
  ])("%s", (_, change) => {
    expect(catalogueFaults([{ ...CARD, ...change }], POSTS)).toEqual([]);
  });

  test.each<readonly [string, Partial<Matter>]>([
    ["an id with capitals", { id: "Reader" }],
    ["initials in small letters", { initials: "jsz" }],
    ["a negative limit", { timeLimit: -1 }],
    ["half a day as a limit", { timeLimit: 0.5 }],
    ["an empty name", { name: { zh: "", en: "x" } }],
  ])("but its shape alone refuses %s", (_, change) => {
    expect(Matter.safeParse({ ...CARD, ...change }).success).toBe(false);
  });
});
