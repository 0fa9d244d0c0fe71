import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { MailServer } from '../../testing/mail-server.js';
import { testInstallation } from '../../testing/test-database.js';
import type { MailSettings } from '../installation.js';
import { MailError, Mailer, type Letter } from './mailer.service.js';

const LETTER: Letter = {
  to: { name: 'Nơi nhận', address: 'a@tinh.example' }, subject: 'Báo cáo', text: 'Kính gửi Quý cơ quan', attachments: [], messageId: '<1@huongtra.example>',
};
const auth = { user: 'vanphong', pass: 'mật khẩu/của: thư' };
let server: MailServer | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
});

const mailer = (mail: MailSettings | null) => new Mailer({ ...testInstallation, mail });
const failure = async (settings: MailSettings | null, letter = LETTER): Promise<{ final: boolean; message: string } | null> =>
  mailer(settings).send(letter).then(
    () => null,
    (error: unknown) => {
      expect(error).toBeInstanceOf(MailError);
      const { final, message } = error as MailError;
      return { final, message };
    },
  );

describe('the mail server', () => {
  it('is signed in to with user and password; refused, it says so without the password, and trying again is no use', async () => {
    server = await MailServer.start(auth);
    await mailer({ ...server.settings, auth }).send(LETTER);
    expect(server.letters).toHaveLength(1);
    expect(await failure({ ...server.settings, auth: { ...auth, pass: 'sai-hoàn-toàn' } })).toEqual({
      final: true, message: 'Máy chủ thư không cho đăng nhập; hãy nhờ người quản trị xem lại OCOP_SMTP_URL: 535 5.7.8 Authentication failed',
    });
    expect(server.letters).toHaveLength(1);
  });

  it('that does not encrypt is told no password and gets no letter', async () => {
    const heard: string[] = [];
    const plain = createServer((socket) => {
      socket.write('220 thu.example ESMTP\r\n');
      socket.on('error', () => undefined);
      socket.on('data', (data) => {
        heard.push(String(data));
        socket.write(String(data).startsWith('EHLO') ? '250-thu.example\r\n250 AUTH PLAIN LOGIN\r\n' : '502 no\r\n');
      });
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo;
    try {
      const settings: MailSettings = { host: '127.0.0.1', port, secure: false, encryptedOnly: true, auth, from: { name: null, address: 'a@b.example' } };
      expect(await failure(settings)).toEqual({ final: false, message: 'Máy chủ thư không mã hóa được đường truyền, nên không gửi.' });
      expect(heard.join('')).not.toMatch(/AUTH|MAIL FROM/);
    } finally {
      plain.close();
    }
  });

  it('whose certificate nobody vouches for gets nothing', async () => {
    // The library says once more that nobody should trust its certificate.
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    server = await MailServer.start(auth, 'with TLS');
    said.mockRestore();
    expect(await failure({ ...server.settings, encryptedOnly: true, auth })).toMatchObject({ final: false, message: expect.stringMatching(/^Máy chủ thư không mã hóa được|^Không gửi được tới máy chủ thư: /) });
    expect(server.letters).toEqual([]);
  });

  it('that is not there is a reason to try again', async () => {
    server = await MailServer.start();
    const { settings } = server;
    await server.stop();
    server = null;
    expect(await failure(settings)).toEqual({ final: false, message: expect.stringMatching(/^Không gửi được tới máy chủ thư: .*ECONNREFUSED/) });
  });

  it('that answers 4xx may take it later, 5xx not', async () => {
    server = await MailServer.start();
    server.answers = () => ({ code: 452, words: '4.2.2 Mailbox full' });
    expect(await failure(server.settings)).toEqual({ final: false, message: 'Máy chủ thư tạm thời chưa nhận: 452 4.2.2 Mailbox full' });
    server.answers = () => ({ code: 554, words: '5.7.1 Blocked' });
    expect(await failure(server.settings)).toEqual({ final: true, message: 'Máy chủ thư từ chối: 554 5.7.1 Blocked' });
  });

  it('is not looked for where none is configured', async () => {
    expect(mailer(null).configured).toBe(false);
    expect(await failure(null)).toMatchObject({ final: false, message: expect.stringMatching(/chưa cấu hình thư điện tử/) });
  });
});

describe('a letter', () => {
  it('says nothing in its head but what it should, whatever stands in a name', async () => {
    server = await MailServer.start();
    await mailer(server.settings).send({ ...LETTER, to: { name: 'X\r\nBcc: y@z.example\r\n\r\nThân thư', address: 'a@tinh.example' }, subject: 'Báo cáo\r\nBcc: y@z.example' });
    const [letter] = await server.read('a@tinh.example');
    expect(server.letters.map(({ to }) => to)).toEqual([['a@tinh.example']]);
    expect(letter?.headers.map(({ key }) => key).toSorted()).toEqual(['content-transfer-encoding', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to']);
    expect(letter?.text?.trim()).toBe('Kính gửi Quý cơ quan');
  });

  it('takes nothing from a file or an address', async () => {
    server = await MailServer.start();
    await mailer(server.settings).send({ ...LETTER, text: 'file:///etc/passwd', attachments: [{ fileName: '/etc/passwd', type: 'text/plain', bytes: Buffer.from('http://127.0.0.1/') }] });
    const [letter] = await server.read('a@tinh.example');
    expect(letter?.text?.trim()).toBe('file:///etc/passwd');
    expect(Buffer.from(letter?.attachments[0]?.content as ArrayBuffer).toString()).toBe('http://127.0.0.1/');
  });
});
