import { Injectable } from '@nestjs/common';
import { messages } from '../errors/messages.js';
import { Installation } from '../installation.js';

/** Each step of the conversation with the mail server, and the whole of it. */
const CONNECT_MS = 20_000;
const SILENCE_MS = 60_000;
const WHOLE_MS = 5 * 60_000;
const LONGEST_ANSWER = 300;

interface Attachment {
  fileName: string;
  type: string;
  bytes: Uint8Array;
}

export interface Letter {
  to: { name: string; address: string };
  subject: string;
  /** Plain text. */
  text: string;
  attachments: readonly Attachment[];
  /** The same each time the letter is sent again, so that whoever gets it twice can tell. */
  messageId: string;
}

/** Why a letter did not go out, in a sentence. */
export class MailError extends Error {
  constructor(
    sentence: string,
    /** The mail server refused it for good: trying again is no use until something is changed. */
    readonly final: boolean,
  ) {
    super(sentence);
    this.name = 'MailError';
  }
}

/** What nodemailer says of a failure. */
interface Failure {
  code?: string;
  response?: string;
  responseCode?: number;
}

/** Control characters and blanks of an answer from outside become single blanks. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, LONGEST_ANSWER);

function explain(error: unknown): MailError {
  const { code = '', response, responseCode } = error as Failure;
  if (code === 'ETLS' || code === 'EREQUIRETLS') return new MailError(messages.mailNotEncrypted, false);
  if (responseCode !== undefined && response !== undefined) {
    const final = responseCode >= 500;
    return new MailError((code === 'EAUTH' ? messages.mailSignInRefused : messages.mailRefused)(oneLine(response), final), final);
  }
  return new MailError(messages.mailUnreachable(oneLine(error instanceof Error ? error.message : String(error))), false);
}

/** Sends letters through the mail server of this installation, when it has one. */
@Injectable()
export class Mailer {
  constructor(private readonly installation: Installation) {}

  get configured(): boolean {
    return this.installation.mail !== null;
  }

  /** The part of a Message-ID that says where it comes from. */
  get domain(): string {
    return this.installation.mail?.from.address.split('@')[1] ?? 'localhost';
  }

  /** Hands one letter to the mail server. @throws MailError when it was not taken, as far as is known */
  async send({ to, subject, text, attachments, messageId }: Letter): Promise<void> {
    const { mail } = this.installation;
    if (mail === null) throw new MailError(messages.mailNotConfigured, false);
    // Loaded here: starting up need not wait for it.
    const { createTransport } = await import('nodemailer');
    const { host, port, secure, auth, from, encryptedOnly } = mail;
    const transport = createTransport({
      host, port, secure, requireTLS: encryptedOnly && !secure, ...(auth === null ? {} : { auth }),
      connectionTimeout: CONNECT_MS, dnsTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS,
      // A letter holds what it is given, never what a file or an address somewhere holds.
      disableFileAccess: true, disableUrlAccess: true,
    });
    try {
      await transport.sendMail({
        from: { name: from.name ?? '', address: from.address }, to, subject, text, messageId,
        attachments: attachments.map(({ fileName, type, bytes }) => ({ filename: fileName, contentType: type, content: Buffer.from(bytes) })),
        signal: AbortSignal.timeout(WHOLE_MS),
      });
    } catch (error) {
      throw explain(error);
    } finally {
      transport.close();
    }
  }
}
