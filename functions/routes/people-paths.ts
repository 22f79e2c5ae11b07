// People and personal data described as OpenAPI: inviting and leaving, who looked at what, and a resident's requests.
import { Invitation } from "../use-cases/people/invite.ts";
import { ResidentAsked } from "../use-cases/privacy/find-resident.ts";
import { operation, parameter, type Schema, takes } from "./openapi-parts.ts";
import { EmailBody } from "./people-routes.ts";
import { EraseBody, ResidentInCentre } from "./privacy-routes.ts";

export function peoplePaths(hall: Schema, ledger: Schema, recordId: Schema): Schema {
  const centre = parameter("centre", "query", { type: "string" });
  const person = parameter("id", "path", { type: "string" });
  return {
    "/v1/centre/people": {
      get: operation("人员名单,是否已登录过 People, and whether they ever signed in", [centre]),
      post: operation("邀请 Invite somebody", [centre], takes(Invitation)),
    },
    "/v1/centre/people/{id}/email": {
      post: operation("更换邮箱 Another e-mail address", [person, centre], takes(EmailBody)),
    },
    "/v1/centre/people/{id}/leave": {
      post: operation("离开中心 Leave the centre", [person, centre]),
    },
    "/v1/centre/people/{id}/sign-out": {
      post: operation("结束全部登录 End every session", [person, centre]),
    },
    "/v1/centre/readings": { get: operation("个人信息查看记录 Who looked at whose data", [centre]) },
    "/v1/halls/{hall}/residents/find": {
      post: operation(
        "按本人申请查找(本厅) Find a resident who asks, in a hall",
        [hall],
        takes(ResidentAsked),
      ),
    },
    "/v1/centre/residents/find": {
      post: operation(
        "按本人申请查找(全中心) Find a resident who asks, in the centre",
        [centre],
        takes(ResidentInCentre),
      ),
    },
    "/v1/halls/{hall}/ledgers/{ledger}/records/{id}/erase": {
      post: operation("删除个人信息 Erase personal fields", [hall, ledger, recordId], takes(EraseBody)),
    },
  };
}
