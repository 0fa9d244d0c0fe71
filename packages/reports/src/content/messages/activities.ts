import { reportMessages } from '../messages.js';

interface Held {
  first: string;
  /** Null = it took one day. */
  last: string | null;
  name: string;
  unitName: string | null;
  participants: string | null;
  paper: string | null;
}

const KINDS: Readonly<Record<string, string>> = {
  ...reportMessages.documentKinds, BB: 'Biên bản', BC: 'Báo cáo', GM: 'Giấy mời', HD: 'Hướng dẫn', TB: 'Thông báo', TTr: 'Tờ trình',
};

/** A name that opens with a digit is a number, whose letters tell the kind of paper; otherwise it names its kind itself. */
function paperNamed(paper: string): string {
  const symbol = /^\d[\d/]*(\p{L}*)/u.exec(paper)?.[1];
  return symbol === undefined ? paper : `${KINDS[symbol] ?? reportMessages.documentKindUnknown} số ${paper}`;
}

/** What a report says of what was done in the work areas of the plan. */
export const activityWords = {
  sentence: ({ first, last, name, unitName, participants, paper }: Held) =>
    (last === null ? `Ngày ${first}: ` : `Từ ngày ${first} đến ngày ${last}: `) +
    [name, unitName, participants].filter((part) => part !== null).join(', ') +
    (paper === null ? '.' : ` (${paperNamed(paper)}).`),
  participants: (count: string) => `${count} lượt người`,
  more: (count: string) => `Ngoài ra, trong kỳ báo cáo còn ${count} hoạt động khác.`,
  inArea: (area: string) => `Hoạt động: ${area}`,
  held: (name: string, unitName: string | null, day: string) => `${name}${unitName === null ? '' : `, ${unitName}`} (${day})`,
  done: 'đã thực hiện',
  until: (day: string) => `đến ngày ${day}`,
} as const;
