import type { Table } from 'docx';
import type { ReportModel } from '../model.js';
import { withClosingMark } from '../typesetter/closing.js';
import { officialWords } from '../typesetter/messages.js';
import type { Frame } from '../typesetter/pages.js';
import { halves } from './halves.js';
import { paragraph } from './paragraphs.js';
import { twips } from './styles.js';

const SPACE_BEFORE = { spacing: { before: twips(14) } };

/** The signature with the recipients beside it, never split. */
export function closingTable({ signature, recipients }: ReportModel, frame: Frame): Table {
  const list = recipients.map((recipient, index) => paragraph('Recipients', withClosingMark(recipient, index === recipients.length - 1)));
  return halves(frame, [
    [
      [paragraph('RecipientsTitle', recipients.length === 0 ? '' : officialWords.recipientsTitle, SPACE_BEFORE), ...list],
      [
        ...signature.authorityLines.map((text, index) => paragraph('Authority', text, index === 0 ? SPACE_BEFORE : {})),
        paragraph('Signatory', signature.name ?? ''),
      ],
    ],
  ]);
}
