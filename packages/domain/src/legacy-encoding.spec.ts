import { describe, expect, it } from '@jest/globals';
import { legacyEncoding } from './legacy-encoding.js';

describe('text from old tools is recognised, to be refused rather than stored', () => {
  it.each([
    ['Hương Trà', 'H\u00AD¬ng Trµ', 'Höông Traø'],
    ['Thị xã', 'ThÞ x·', 'Thò xaõ'],
    ['Thanh trà Hương Vân', 'Thanh trµ H\u00AD¬ng V©n', 'Thanh traø Höông Vaân'],
    ['Tinh dầu trầm', 'Tinh dÇu trÇm', 'Tinh daàu traàm'],
    ['Bưởi da xanh Bình Thành', 'B\u00ADëi da xanh B×nh Thµnh', 'Böôûi da xanh Bình Thaønh'],
    ['Quýt Thanh Bình, xã', 'Quýt Thanh B×nh, x·', 'Quyùt Thanh Bình, xaõ'],
    ['Bún Vân Cù', 'Bón V©n Cï', 'Buùn Vaân Cuø'],
    ['Phường Tứ Hạ', 'Ph\u00ADêng Tø H¹', 'Phöôøng Töù Haï'],
    ['Kinh tế', 'Kinh tÕ', 'Kinh teá'],
    ['Đăng ký', '§¨ng ký', 'Ñaêng kyù'],
    ['đánh giá', '®¸nh gi¸', 'ñaùnh giaù'],
    ['ủy ban', 'ñy ban', 'uûy ban'],
    ['QĐ-TTg', 'Q§-TTg', 'QÑ-TTg'],
    ['PHÓ CHỦ TỊCH', 'PHã CHñ TÞCH', 'PHOÙ CHUÛ TÒCH'],
  ])('%s as TCVN3 and as VNI', (unicode, tcvn3, vni) => {
    expect(legacyEncoding(unicode)).toBeNull();
    expect(legacyEncoding(unicode.normalize('NFD'))).toBeNull();
    expect(legacyEncoding(tcvn3)).toBe('TCVN3');
    expect(legacyEncoding(vni)).toBe('VNI');
  });

  it.each([
    '',
    'UBND',
    'HTX NN',
    'OCOP 2024',
    'Hoà toà, khoá quá',
    'HOÀ, TOÁN, QUÝ, LOÃ',
    'ti vi, xe máy, cá, cà, cô, bí, bò',
    'Café Müller',
    'Nescafé®',
    '10×20 cm',
    '30 µg, ½ kg, 25°C',
    '«OCOP»',
    'a · b',
    '© 2024',
    '§ 5',
    '50 m²',
  ])('%j is read as it stands', (text) => {
    expect(legacyEncoding(text)).toBeNull();
  });
});
