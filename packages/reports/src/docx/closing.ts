import type { IParagraphOptions, Table } from 'docx';
import { HOUSE_LAYOUT } from '../layout-rules.js';
import type { ReportModel } from '../model.js';
import { withClosingMark } from '../typesetter/closing.js';
import { officialWords } from '../typesetter/messages.js';
import type { Frame } from '../typesetter/pages.js';
import { halves } from './halves.js';
import { paragraph } from './paragraphs.js';
import { twips } from './styles.js';

const SPACE_BEFORE = 14;
/** What stands of a line above its baseline, in multiples of the size. */
const ASCENT = 0.891;
const { authority, recipientsTitle } = HOUSE_LAYOUT.sizes;
/** The smaller letters start lower, so that both stand on one line. */
const LEVEL = SPACE_BEFORE + ASCENT * (authority - recipientsTitle);

const below = (space: number): IParagraphOptions => ({ spacing: { before: twips(space) } });

/** The signature with the recipients beside it, never split. */
export function closingTable({ signature, recipients }: ReportModel, frame: Frame): Table {
  const list = recipients.map((recipient, index) => paragraph('Recipients', withClosingMark(recipient, index === recipients.length - 1)));
  return halves(frame, [
    [
      [paragraph('RecipientsTitle', recipients.length === 0 ? '' : officialWords.recipientsTitle, below(LEVEL)), ...list],
      [
        ...signature.authorityLines.map((text, index) => paragraph('Authority', text, index === 0 ? below(SPACE_BEFORE) : {})),
        paragraph('Signatory', signature.name ?? ''),
      ],
    ],
  ]);
}
