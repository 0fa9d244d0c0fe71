import { describe, expect, it } from '@jest/globals';
import { HOUSE_LAYOUT, millimetres, OFFICIAL_LAYOUT } from './layout-rules.js';

const { sizes, margins } = HOUSE_LAYOUT;

describe('the house layout stays inside Appendix I of Decree 30/2020/NĐ-CP', () => {
  it.each([
    ['nationalTitle', sizes.nationalTitle],
    ['motto', sizes.motto],
    ['superiorAgency', sizes.agency],
    ['agency', sizes.agency],
    ['number', sizes.number],
    ['placeAndDay', sizes.placeAndDay],
    ['kindName', sizes.kindName],
    ['subject', sizes.subject],
    ['body', sizes.body],
    ['body', sizes.table],
    ['authority', sizes.authority],
    ['signatory', sizes.signatory],
    ['recipientsTitle', sizes.recipientsTitle],
    ['recipients', sizes.recipients],
    ['appendixName', sizes.appendixName],
    ['appendixTitle', sizes.appendixTitle],
    ['appendixReference', sizes.appendixReference],
    ['pageNumber', sizes.pageNumber],
  ] as const)('size of %s: %d pt', (block, size) => {
    const { min, max } = OFFICIAL_LAYOUT[block].sizePt;
    expect(size).toBeGreaterThanOrEqual(min);
    expect(size).toBeLessThanOrEqual(max);
  });

  it.each(['top', 'bottom', 'left', 'right'] as const)('%s margin', (side) => {
    expect(margins[side]).toBeGreaterThanOrEqual(millimetres(OFFICIAL_LAYOUT.marginsMm[side].min));
    expect(margins[side]).toBeLessThanOrEqual(millimetres(OFFICIAL_LAYOUT.marginsMm[side].max));
  });

  it('first line indented by 1 or 1,27 cm, at least 6 pt between paragraphs, lines single to one and a half', () => {
    expect(OFFICIAL_LAYOUT.firstLineIndentMm.map(millimetres)).toContain(HOUSE_LAYOUT.firstLineIndent);
    expect(HOUSE_LAYOUT.paragraphSpacing).toBeGreaterThanOrEqual(OFFICIAL_LAYOUT.paragraphSpacingPt.min);
    const spacing = HOUSE_LAYOUT.bodyLine / sizes.body;
    expect(spacing).toBeGreaterThanOrEqual(OFFICIAL_LAYOUT.lineSpacing.min);
    expect(spacing).toBeLessThanOrEqual(OFFICIAL_LAYOUT.lineSpacing.max);
  });
});
