import type { Registration } from '@ocop/contracts';

/** A registration of plan 1227 as it stood on the day of issue, but for what the spec says of it. */
export const aRegistration = (told: Partial<Registration> = {}): Registration => ({
  id: 1,
  position: 1,
  productId: 1,
  productName: 'Thanh trà Hương Vân',
  producerName: 'HTX NN Hương Vân',
  producerKind: 'cooperative',
  unitId: 1,
  unitName: 'Phường Hương Vân',
  addressAsWritten: 'Hương Vân',
  kind: 'new',
  stage: 'registered',
  stageOn: '2024-04-09',
  roundNo: null,
  note: null,
  stars: null,
  points: null,
  awardedStars: null,
  resultOn: null,
  supplement: 'listed',
  version: 1,
  ...told,
});
