import { reportTextListSchema } from '@ocop/contracts';
import type { TestApp } from './test-app.js';

/** Writes the parts that a report needs before it can be handed on, those that nobody has written yet. */
export async function completeTexts(app: TestApp, id: number): Promise<void> {
  const { items } = await app.read(reportTextListSchema, `/api/v1/reports/${id}/texts`);
  for (const { section, required, text } of items) if (required && text === null) await writeText(app, id, section, `Nội dung thử của phần ${section}.`);
}

export const writeText = (app: TestApp, id: number, section: string, text: string, version = 0) =>
  app.request(`/api/v1/reports/${id}/texts/${section}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text, version }) });

/** Completes, hands on, approves and issues a report. */
export async function issueThroughSteps(app: TestApp, id: number, number: string, issuedOn: string): Promise<void> {
  await completeTexts(app, id);
  const signed = { number, issuedOn, signatureLines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], signatoryName: 'Người ký thử' };
  for (const [step, body] of [['submission', { note: null }], ['approval', { note: null }], ['issue', signed]] as const) {
    const answer = await app.post(`/api/v1/reports/${id}/${step}`, body);
    if (answer.status !== 201) throw new Error(`${step}: ${answer.text}`);
  }
}
