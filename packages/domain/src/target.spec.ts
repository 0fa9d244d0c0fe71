import { describe, expect, it } from '@jest/globals';
import { certificateValidTo, type RecognitionFact } from './certificate.js';
import type { Day } from './day.js';
import type { RegistrationKind } from './registration.js';
import type { Stars } from './stars.js';
import { dueForReEvaluation, newlyRecognised, reRecognised, recognisedProducts, upgraded } from './target.js';

const YEAR_END = '2024-12-31';

function recognition(
  productId: number,
  kind: RegistrationKind,
  stars: Stars,
  decidedOn: Day,
  revokedOn: Day | null = null,
): RecognitionFact {
  return { productId, kind, stars, decidedOn, validTo: certificateValidTo(decidedOn, 36), revokedOn };
}

const products = (found: readonly RecognitionFact[]): number[] => found.map(({ productId }) => productId);

describe('products whose next recognition is not their first (clause II.2)', () => {
  it.each<[string, RecognitionFact, number[]]>([
    ['one recognised', recognition(1, 'new', 3, '2024-07-05'), [1]],
    ['one whose recognition was revoked', recognition(1, 'new', 3, '2024-07-05', '2024-09-01'), [1]],
    ['not before its day', recognition(1, 'new', 3, '2024-11-03'), []],
    ['not at 2★, which gets no decision', recognition(1, 'new', 2, '2024-07-05'), []],
  ])('are on 02/11/2024 %s', (_rule, one, expected) => {
    expect([...recognisedProducts([one], '2024-11-02')]).toEqual(expected);
  });
});

describe('what counts toward "công nhận thêm ít nhất 02 sản phẩm" (plan 1227, clause II.2)', () => {
  it.each<[string, RecognitionFact[], Day, number[]]>([
    ['a first recognition at 3★ in the plan year', [recognition(1, 'new', 3, '2024-07-05')], YEAR_END, [1]],
    ['on its own day', [recognition(1, 'new', 3, '2024-07-05')], '2024-07-05', [1]],
    ['not the day before', [recognition(1, 'new', 3, '2024-07-05')], '2024-07-04', []],
    ['the first day of the plan year', [recognition(1, 'new', 3, '2024-01-01')], YEAR_END, [1]],
    ['the last day of the plan year', [recognition(1, 'new', 3, '2024-12-31')], YEAR_END, [1]],
    ['not the year before', [recognition(1, 'new', 3, '2023-12-31')], YEAR_END, []],
    ['not the year after', [recognition(1, 'new', 3, '2025-01-01')], '2025-06-01', []],
    ['not 2★, which gets no decision', [recognition(1, 'new', 2, '2024-07-05')], YEAR_END, []],
    ['not a re-evaluated product', [recognition(7, 're-evaluation', 3, '2024-07-05')], YEAR_END, []],
    ['not an upgraded product', [recognition(7, 'upgrade', 4, '2024-07-05')], YEAR_END, []],
    [
      'once, when the town gives 3★ and the province 4★ in the same year',
      [recognition(1, 'new', 3, '2024-07-05'), recognition(1, 'new', 4, '2024-11-20')],
      YEAR_END,
      [1],
    ],
    [
      'not again when the first was in a year before',
      [recognition(1, 'new', 3, '2023-10-05'), recognition(1, 'new', 4, '2024-03-20')],
      YEAR_END,
      [],
    ],
    [
      'not when an earlier recognition of another kind is on record',
      [recognition(1, 're-evaluation', 3, '2021-05-05'), recognition(1, 'new', 3, '2024-07-05')],
      YEAR_END,
      [],
    ],
    [
      'although 2★ came before',
      [recognition(1, 'new', 2, '2023-10-05'), recognition(1, 'new', 3, '2024-07-05')],
      YEAR_END,
      [1],
    ],
    [
      'still after a re-evaluation or upgrade later in the year',
      [recognition(1, 'new', 3, '2024-01-05'), recognition(1, 'upgrade', 4, '2024-11-20')],
      YEAR_END,
      [1],
    ],
    ['until the day before its revocation', [recognition(1, 'new', 3, '2024-07-05', '2024-09-10')], '2024-09-09', [1]],
    ['no longer from its revocation day', [recognition(1, 'new', 3, '2024-07-05', '2024-09-10')], '2024-09-10', []],
    [
      'not again when a revoked product is recognised a second time: that is not its first',
      [recognition(1, 'new', 3, '2024-02-05', '2024-05-10'), recognition(1, 'new', 3, '2024-10-05')],
      YEAR_END,
      [],
    ],
    ['with an asOf after the year, what the year brought', [recognition(1, 'new', 3, '2024-07-05')], '2026-01-01', [1]],
  ])('counts %s', (_rule, recognitions, asOf, expected) => {
    expect(products(newlyRecognised(recognitions, 2024, asOf))).toEqual(expected);
  });

  it('shows the higher of two decisions of one day', () => {
    const three = recognition(1, 'new', 3, '2024-07-05');
    const four = recognition(1, 'new', 4, '2024-07-05');
    expect(newlyRecognised([three, four], 2024, YEAR_END)).toEqual([four]);
    expect(newlyRecognised([four, three], 2024, YEAR_END)).toEqual([four]);
  });

  it('tells the story of the seven registered products: six new, one re-evaluated', () => {
    const recognitions = [
      recognition(7, 'new', 3, '2021-07-30'),
      recognition(1, 'new', 3, '2024-07-08'),
      recognition(7, 're-evaluation', 3, '2024-07-08'),
      recognition(3, 'new', 3, '2024-10-08'),
    ];
    const story = ['2024-04-09', '2024-07-08', '2024-10-08'].map((asOf) => ({
      newly: products(newlyRecognised(recognitions, 2024, asOf)),
      again: products(reRecognised(recognitions, 2024, asOf)),
      due: products(dueForReEvaluation(recognitions, 2024, asOf)),
    }));
    expect(story).toEqual([
      { newly: [], again: [], due: [7] },
      { newly: [1], again: [7], due: [7] },
      { newly: [1, 3], again: [7], due: [7] },
    ]);
  });
});

describe('re-recognised products (clause II.2, "công nhận lại")', () => {
  it.each<[string, RecognitionFact[], Day, number[]]>([
    ['a re-evaluation in the plan year', [recognition(7, 're-evaluation', 3, '2024-07-05')], YEAR_END, [7]],
    ['not one of the year before', [recognition(7, 're-evaluation', 3, '2023-07-05')], YEAR_END, []],
    ['not one that fell to 2★', [recognition(7, 're-evaluation', 2, '2024-07-05')], YEAR_END, []],
    ['not a new or upgraded product', [recognition(1, 'new', 3, '2024-07-05'), recognition(2, 'upgrade', 4, '2024-07-05')], YEAR_END, []],
    [
      'a product once',
      [recognition(7, 're-evaluation', 3, '2024-07-05'), recognition(7, 're-evaluation', 4, '2024-11-05')],
      YEAR_END,
      [7],
    ],
    ['none revoked by then', [recognition(7, 're-evaluation', 3, '2024-07-05', '2024-08-01')], '2024-08-01', []],
    [
      'the second decision when the first was revoked',
      [recognition(7, 're-evaluation', 3, '2024-07-05', '2024-08-01'), recognition(7, 're-evaluation', 3, '2024-10-05')],
      YEAR_END,
      [7],
    ],
  ])('count %s', (_rule, recognitions, asOf, expected) => {
    expect(products(reRecognised(recognitions, 2024, asOf))).toEqual(expected);
  });
});

describe('upgraded products (clause III.3, "nâng hạng sao")', () => {
  const three2022 = recognition(2, 'new', 3, '2022-09-01');
  it.each<[string, RecognitionFact[], number[]]>([
    ['a rise from 3★ to 4★', [three2022, recognition(2, 'upgrade', 4, '2024-07-05')], [2]],
    ['a rise whose earlier recognition is not on record', [recognition(2, 'upgrade', 4, '2024-07-05')], [2]],
    ['not an upgrade that ends with the stars it had', [three2022, recognition(2, 'upgrade', 3, '2024-07-05')], []],
    [
      'once, when the town confirms 3★ first and the province then gives 4★',
      [three2022, recognition(2, 'upgrade', 3, '2024-07-05'), recognition(2, 'upgrade', 4, '2024-11-20')],
      [2],
    ],
    ['not a re-evaluation that gives more stars', [three2022, recognition(2, 're-evaluation', 4, '2024-07-05')], []],
    ['not one of the year before', [three2022, recognition(2, 'upgrade', 4, '2023-07-05')], []],
    ['none revoked by then', [three2022, recognition(2, 'upgrade', 4, '2024-07-05', '2024-12-01')], []],
  ])('count %s', (_rule, recognitions, expected) => {
    expect(products(upgraded(recognitions, 2024, YEAR_END))).toEqual(expected);
  });
});

describe('products due for re-evaluation (clauses II.2 and III.3, "hết thời hạn 36 tháng")', () => {
  it.each<[string, RecognitionFact[], Day, number[]]>([
    ['a certificate that ends on the first day of the year', [recognition(7, 'new', 3, '2021-01-01')], YEAR_END, [7]],
    ['a certificate that ends on the last day of the year', [recognition(7, 'new', 3, '2021-12-31')], YEAR_END, [7]],
    ['not one that ended the year before', [recognition(7, 'new', 3, '2020-12-31')], YEAR_END, []],
    ['not one that ends the year after', [recognition(7, 'new', 3, '2022-01-01')], YEAR_END, []],
    [
      'not one already renewed before the year',
      [recognition(7, 'new', 3, '2021-07-30'), recognition(7, 'upgrade', 4, '2023-11-20')],
      YEAR_END,
      [],
    ],
    [
      'still one renewed within the year, as it was due',
      [recognition(7, 'new', 3, '2021-07-30'), recognition(7, 're-evaluation', 3, '2024-07-05')],
      YEAR_END,
      [7],
    ],
    [
      'one renewed on the first day of the year',
      [recognition(7, 'new', 3, '2021-07-30'), recognition(7, 're-evaluation', 3, '2024-01-01')],
      YEAR_END,
      [7],
    ],
    ['none revoked by then', [recognition(7, 'new', 3, '2021-07-30', '2024-03-01')], '2024-03-01', []],
    ['one whose revocation is still to come', [recognition(7, 'new', 3, '2021-07-30', '2024-03-01')], '2024-02-29', [7]],
    [
      'as known on a day before the year, whatever came after',
      [recognition(7, 'new', 3, '2021-07-30'), recognition(7, 'upgrade', 4, '2023-11-20')],
      '2023-11-19',
      [7],
    ],
  ])('are %s', (_rule, recognitions, asOf, expected) => {
    expect(products(dueForReEvaluation(recognitions, 2024, asOf))).toEqual(expected);
  });
});
