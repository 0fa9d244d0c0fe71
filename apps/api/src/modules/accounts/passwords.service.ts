import { Injectable } from '@nestjs/common';
import { GuessesService } from '../../platform/access/guesses.service.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { Installation } from '../../platform/installation.js';
import type { AccountEntity } from './account.entity.js';
import { checkPasswordStrength, unfit, verifyPassword } from './passwords.js';

@Injectable()
export class PasswordsService {
  constructor(
    private readonly guesses: GuessesService,
    private readonly installation: Installation,
  ) {}

  /**
   * Refuses a new password that is guessed soon or, where the installation has a list of them, leaked (ASVS 5, 6.2.12).
   * @param own names of the person
   * @throws AppError invalid-input at `path`
   */
  async checkNew(password: string, own: readonly string[], path: string): Promise<void> {
    await checkPasswordStrength(password, own, path);
    const { breachedPasswords } = this.installation;
    if (breachedPasswords !== null && (await breachedPasswords.has(password.normalize('NFC')))) throw unfit(path, messages.breachedPassword);
  }

  /**
   * Asks for the password once more before something weighty (ASVS 5, 7.5.1). Counted by session: only who is signed in
   * can guess here.
   * @throws AppError wrong-credentials at `path`, too-many-attempts
   */
  async confirm({ sessionId }: Viewer, { passwordHash }: AccountEntity, password: string, path: string): Promise<void> {
    if (passwordHash === null) throw new AppError('wrong-credentials', messages.noPassword);
    const counts = [{ countedUnder: `session ${sessionId}`, free: 5 }];
    await this.guesses.attempt(counts);
    if (await verifyPassword(passwordHash, password)) return this.guesses.succeed(counts);
    throw new AppError('wrong-credentials', messages.wrongPassword, [{ path, message: messages.wrongPassword }]);
  }
}
