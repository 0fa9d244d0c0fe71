import { describe, expect, it } from '@jest/globals';
import {
  REGISTRATION_STAGES,
  isAtHigherLevel,
  isOpenStage,
  isRecognisedStage,
  producerKindFromName,
  type RegistrationStage,
} from './registration.js';

describe('the stages of a registration (plan 1227, clause III.3)', () => {
  it.each<[RegistrationStage, boolean, boolean]>([
    ['registered', true, false],
    ['preparing', true, false],
    ['received', true, false],
    ['assessed-by-commune', true, false],
    ['scored-by-town', true, false],
    ['recognised-3', false, true],
    ['sent-to-province', true, false],
    ['recognised-4', false, true],
    ['sent-to-ministry', true, false],
    ['recognised-5', false, true],
    ['withdrawn', false, false],
    ['not-recognised', false, false],
    ['moved-to-next-round', true, false],
  ])('%s: can still be recognised %s, is recognised %s', (stage, open, recognised) => {
    expect(isOpenStage(stage)).toBe(open);
    expect(isRecognisedStage(stage)).toBe(recognised);
  });

  it('have left the town while the province or the ministry decides', () => {
    expect(REGISTRATION_STAGES.filter(isAtHigherLevel)).toEqual(['sent-to-province', 'sent-to-ministry']);
  });

  it('are never both open and recognised', () => {
    expect(REGISTRATION_STAGES.filter((stage) => isOpenStage(stage) && isRecognisedStage(stage))).toEqual([]);
  });
});

describe('the kind of producer read from its name', () => {
  it.each([
    ['HTX NN Hương Vân', 'cooperative'],
    ['HTX NN La Chử', 'cooperative'],
    ['HTX sản xuất, kinh doanh dịch vụ NN Bình Thành', 'cooperative'],
    ['Hợp tác xã nông nghiệp Hương Vân', 'cooperative'],
    ['HTX', 'cooperative'],
    ['Tổ hợp tác sản xuất Bún Vân Cù', 'cooperative-group'],
    ['Hộ kinh doanh Trần Mậu Luật', 'household'],
    ['Hộ kinh doanh Huỳnh Thị Hồng', 'household'],
    ['Công ty TNHH Hoàng Thanh Bình', 'company'],
    ['CÔNG  TY CỔ PHẦN', 'company'],
    ['Trang trại Bình Điền'.normalize('NFD'), 'farm'],
    ['Cơ sở sản xuất Vân Cù', null],
    ['HTXA', null],
    ['Bún Vân Cù', null],
    ['', null],
  ])('%j is %s', (name, kind) => {
    expect(producerKindFromName(name)).toBe(kind);
  });
});
