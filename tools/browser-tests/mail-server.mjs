import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A mail server on a free port that takes every letter but those to `khong-co@…`, and keeps none. */
export async function startMailServer() {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => done(address.startsWith('khong-co@') ? Object.assign(new Error('5.1.1 No such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, _session, done) => stream.resume().once('end', done),
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    settings: { OCOP_SMTP_URL: `smtp://127.0.0.1:${server.server.address().port}`, OCOP_MAIL_FROM: 'Phòng Kinh tế <phongkinhte@huongtra.example>' },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
