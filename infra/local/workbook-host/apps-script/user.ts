// User: an e-mail address, as sharing and protections show people.
import { standFor } from "./provided.ts";

type User = GoogleAppsScript.Base.User;

class UserView implements Partial<User> {
  private readonly email: string;
  constructor(email: string) {
    this.email = email;
  }
  getEmail(): string {
    return this.email;
  }
  toString(): string {
    return this.email;
  }
}

export const userOf = (email: string): User => standFor<User>("User", new UserView(email));

/** An address given as text or as a User. */
export const addressOf = (user: string | User): string => (typeof user === "string" ? user : user.getEmail());
