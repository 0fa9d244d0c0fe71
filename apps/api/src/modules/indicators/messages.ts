import { domainMessages, formatDay, type Day, type RegistrationStage } from '@ocop/domain';

/** Vietnamese words of the rows behind a figure. */
export const messages = {
  recognised: (stars: number, producerName: string) => `${stars} sao – ${producerName}`,
  validTo: (day: Day, stars: number) => `${stars} sao – hết hạn sau ngày ${formatDay(day)}`,
  stage: (stage: RegistrationStage) => domainMessages.vi.stageNames[stage],
  round: (no: number) => `Đợt ${no}`,
  clause: (clause: string) => `mục ${clause}`,
} as const;
