import { countInText } from '@ocop/domain';

/** The reports that communes owe (clause V.4). */
export const communeReportsVi = {
  heading: (year: number) => `Báo cáo của xã, phường năm ${year}`,
  figure: 'Xem chỉ số báo cáo đúng hạn',
  none: 'Kế hoạch không nêu kỳ báo cáo nào của xã, phường.',
  period: (name: string) => `Báo cáo ${name}`,
  received: (received: number, expected: number, onTime: number) =>
    `đã nhận ${countInText(received)} trên ${countInText(expected)} báo cáo${received === 0 ? '' : `, ${countInText(onTime)} báo cáo đúng hạn`}`,
  columns: { unit: 'Xã, phường', state: 'Tình trạng', receivedOn: 'Ngày nhận', paper: 'Văn bản', enteredBy: 'Người ghi' },
  task: 'Việc có thể ghi',
  receiveShort: 'Ghi đã nhận',
  takeBackShort: 'Hủy bản ghi',
  receive: (name: string, unit: string) => `Ghi đã nhận báo cáo ${name} của ${unit}`,
  paperExample: 'ví dụ 12/BC-UBND',
  submit: 'Ghi báo cáo',
  done: (unit: string, on: string) => `Đã ghi báo cáo của ${unit}, nhận ngày ${on}.`,
  notYet: (day: string) => `Trang đang xem đến ngày ${day} nên chưa hiện báo cáo này.`,
  takeBackHeading: (name: string, unit: string) => `Hủy báo cáo ${name} của ${unit}`,
  takeBackExplained: 'Báo cáo này không còn được tính; việc ghi và hủy vẫn còn trong nhật ký.',
  takenBack: (unit: string) => `Đã hủy báo cáo ghi nhầm của ${unit}.`,
};
