import { describe, expect, it } from '@jest/globals';
import { FormReader, optional, readAliases } from './reading.js';
import { readTypedDay, typedDay } from './typed-day.js';

describe('a day as it is typed', () => {
  it.each([
    ['10/7/2024', '2024-07-10'],
    [' 1-2-2024 ', '2024-02-01'],
    ['29.02.2024', '2024-02-29'],
    ['10072024', '2024-07-10'],
    ['29/2/2023', null],
    ['2024-07-10', null],
    ['10/7', null],
    ['', null],
  ])('“%s” is %s', (text, day) => expect(readTypedDay(text)).toBe(day));

  it('reads back what it writes', () => expect(readTypedDay(typedDay('2024-02-05'))).toBe('2024-02-05'));
});

describe('a form that is read', () => {
  it('collects everything that cannot be sent, each at its field', () => {
    const reader = new FormReader({ day: 'D', choice: 'C', text: 'T' });
    const body = { on: reader.day('on', '31/2/2024'), kind: reader.choice<string>('kind', null), other: reader.choice('other', 3) };
    expect(reader.as(body)).toEqual({ faults: [{ path: 'on', message: 'D' }, { path: 'kind', message: 'C' }] });
  });

  it('leaves an empty text out and takes other names apart', () => {
    expect([optional('  '), optional(' BB 03 ')]).toEqual([null, 'BB 03']);
    expect(readAliases('Thanh trà; ; Bưởi thanh trà ')).toEqual(['Thanh trà', 'Bưởi thanh trà']);
  });
});
