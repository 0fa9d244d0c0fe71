import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareVietnamese, nameKey, searchKey, toNfc } from './names.js';

const letters = [...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ ABĐÊƯ'];
const vietnamese = fc.string({ unit: fc.constantFrom(...letters), maxLength: 24 });

describe('two names are the same', () => {
  it.each([
    ['Hương Trà', 'HƯƠNG TRÀ'],
    ['Hương Trà', 'Hương Trà'.normalize('NFD')],
    ['Hương Trà', '  Hương \u00A0 Trà\t'],
    ['Hòa Bình', 'Hoà Bình'],
    ['ủy ban', 'uỷ ban'],
    ['Thúy', 'Thuý'],
    ['khỏe', 'khoẻ'],
    ['lõa xõa', 'loã xoã'],
    ['thụy', 'thuỵ'],
    ['QUÝ', 'quý'],
    ['xóe', 'xoé'],
  ])('%j and %j: case, spaces, Unicode form and tone placement do not matter', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
    expect(searchKey(a)).toBe(searchKey(b));
  });

  it.each([
    ['Hương Văn', 'Hương Vân'],
    ['Hương Chử', 'Hương Chữ'],
    ['Đức', 'Dức'],
    ['hoa', 'hòa'],
    ['hòa', 'hóa'],
    ['tủy', 'tuy'],
  ])('%j and %j are not, though a search without diacritics finds both', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
    expect(searchKey(a)).toBe(searchKey(b));
  });

  it('only when they are written alike: a space is not nothing', () => {
    expect(nameKey('Hương Vân')).not.toBe(nameKey('HươngVân'));
  });

  it('whatever Unicode form, case and spaces they come in', () => {
    fc.assert(
      fc.property(vietnamese, (name) => {
        const key = nameKey(name);
        expect(nameKey(name.normalize('NFD'))).toBe(key);
        expect(nameKey(name.toUpperCase())).toBe(key);
        expect(nameKey(` ${name.replaceAll(' ', '  ')} `)).toBe(key);
        expect(nameKey(key)).toBe(key);
        expect(key.normalize('NFC')).toBe(key);
      }),
    );
  });
});

describe('a search key', () => {
  it.each([
    ['Hương Trà', 'huong tra'],
    ['Đường thẻ Đà Nẵng', 'duong the da nang'],
    ['Bưởi da xanh Bình Thành', 'buoi da xanh binh thanh'],
    ['Ủy ban nhân dân'.normalize('NFD'), 'uy ban nhan dan'],
    ['OCOP 3★', 'ocop 3★'],
  ])('of %j is %j', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it('is plain letters, and the same for all that are equal by name', () => {
    fc.assert(
      fc.property(vietnamese, (name) => {
        expect(searchKey(name)).toMatch(/^[a-z ]*$/);
        expect(searchKey(nameKey(name))).toBe(searchKey(name));
        expect(searchKey(searchKey(name))).toBe(searchKey(name));
      }),
    );
  });
});

describe('text', () => {
  it('is stored in NFC', () => {
    expect(toNfc('Hương Trà'.normalize('NFD'))).toBe('Hương Trà');
    expect(toNfc('Hương Trà'.normalize('NFD'))).toHaveLength(9);
  });

  it('sorts by the Vietnamese alphabet', () => {
    const alphabet = [...'aăâbcdđeêghiklmnoôơpqrstuưvxy'];
    expect(alphabet.toReversed().toSorted(compareVietnamese)).toEqual(alphabet);
  });

  it('sorts by tone: ngang, huyền, hỏi, ngã, sắc, nặng', () => {
    const tones = ['ma', 'mà', 'mả', 'mã', 'má', 'mạ'];
    expect(tones.toReversed().toSorted(compareVietnamese)).toEqual(tones);
  });

  it('sorts the communes of the town', () => {
    const communes = ['Bình Thành', 'Bình Tiến', 'Hương Bình', 'Hương Chữ', 'Hương Toàn', 'Hương Văn', 'Hương Vân', 'Hương Xuân', 'Tứ Hạ'];
    expect(communes.toReversed().toSorted(compareVietnamese)).toEqual(communes);
  });
});
