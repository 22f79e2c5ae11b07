// What the local issuer refuses, and what to do about it.
import { defineProblems } from "../../shared/kernel/problem.ts";

export const identityProblems = defineProblems({
  "identity.bad_request": {
    status: 400,
    zh: "请求内容应为带有 email 字段的 JSON 对象；可用的邮箱见 /dev/identity/people。",
    en: "The body must be a JSON object with the field email; the addresses are at /dev/identity/people.",
  },
  "identity.unknown_email": {
    status: 404,
    zh: "没有这个演示账号；可用的邮箱见 /dev/identity/people。",
    en: "There is no such demonstration account; the addresses are at /dev/identity/people.",
  },
  "identity.too_large": {
    status: 413,
    zh: "请求内容过大；只需要一个邮箱。",
    en: "The body is too large; only an e-mail address is needed.",
  },
  "identity.wrong_method": {
    status: 405,
    zh: "这个地址不接受该请求方法：people 用 GET，token 用 POST。",
    en: "This address does not take that method: people takes GET, token takes POST.",
  },
});
