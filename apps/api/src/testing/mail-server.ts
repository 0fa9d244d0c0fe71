import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { MailSettings } from '../platform/installation.js';

/** What the server says to a recipient: a code and words; null = it takes the letter. */
export type Answer = { code: number; words: string } | null;

/** A real mail server on a free port of this machine; the test chooses what it takes. */
export class MailServer {
  /** Every letter taken, whole as it came. */
  readonly letters: { raw: Buffer; to: string[]; from: string }[] = [];
  answers: (address: string) => Answer = () => null;

  private constructor(
    private readonly server: SMTPServer,
    readonly port: number,
  ) {}

  static async start(signIn: { user: string; pass: string } | null = null, encryption: 'with TLS' | 'plain' = 'plain'): Promise<MailServer> {
    let mail: MailServer | null = null;
    const refuse = ({ code, words }: NonNullable<Answer>) => Object.assign(new Error(words), { responseCode: code });
    const server = new SMTPServer({
      authOptional: signIn === null,
      // With TLS: under the certificate that comes with the library, which nobody vouches for.
      disabledCommands: encryption === 'plain' ? ['STARTTLS'] : [],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === signIn?.user && password === signIn?.pass ? done(null, { user: username }) : done(refuse({ code: 535, words: '5.7.8 Authentication failed' })),
      onRcptTo: ({ address }, _session, done) => {
        const answer = mail?.answers(address) ?? null;
        done(answer === null ? null : refuse(answer));
      },
      onData: (stream, { envelope }, done) => {
        buffer(stream).then(
          (raw) => {
            mail?.letters.push({ raw, to: envelope.rcptTo.map(({ address }) => address), from: envelope.mailFrom === false ? '' : envelope.mailFrom.address });
            done();
          },
          (error: Error) => done(error),
        );
      },
    });
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    mail = new MailServer(server, (server.server.address() as AddressInfo).port);
    return mail;
  }

  /** How the program is told of it. */
  get settings(): MailSettings {
    return { host: '127.0.0.1', port: this.port, secure: false, encryptedOnly: false, auth: null, from: { name: 'Văn phòng thử', address: 'vanphong@huongtra.example' } };
  }

  /** The letters taken for an address, read. */
  read(address: string): Promise<Email[]> {
    return Promise.all(this.letters.filter(({ to }) => to.includes(address)).map(({ raw }) => PostalMime.parse(raw)));
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
