import { hashPassword } from '../modules/accounts/passwords.js';
import { addPerson, type Person } from './people.js';
import type { Answer, TestApp } from './test-app.js';

export const PASSWORD = 'chiec non bai tho ben song';

export const cookieOf = (answer: Answer, name = 'ocop'): string =>
  answer.headers.getSetCookie().find((text) => text.startsWith(`${name}=`))?.split(';')[0] ?? '';
export const allCookies = (answer: Answer) => answer.headers.getSetCookie().map((text) => text.split(';')[0]).join('; ');
export const json = (value: unknown, method = 'POST', headers: Record<string, string> = {}) => ({
  method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value),
});

/** People of the finance office whose password is PASSWORD, and their signing in over HTTP. */
export class SigningIn {
  private passwordHash: Promise<string> | undefined;

  constructor(private readonly app: TestApp) {}

  async person(): Promise<Person> {
    this.passwordHash ??= hashPassword(PASSWORD);
    const one = await addPerson(this.app.db, this.app.clock.now(), ['finance']);
    await this.app.db.query('update account set password_hash = $2 where id = $1', [one.accountId, await this.passwordHash]);
    return one;
  }

  signIn(username: string, password = PASSWORD, headers: Record<string, string> = {}): Promise<Answer> {
    return this.app.as(null).request('/api/v1/session', json({ username, password }, 'POST', headers));
  }
}
