type Words = Readonly<Record<string, string | ((args: Readonly<Record<string, string>>) => string)>>;

/** What react-aria says by itself, by its own folder and key; it ships no Vietnamese. Built in by vite.config.ts. */
export const componentWords: Readonly<Record<string, Words>> = {
  autocomplete: { collectionLabel: 'Gợi ý' },
  calendar: {
    previous: 'Trước',
    next: 'Sau',
    selectedDateDescription: ({ date }) => `Ngày đã chọn: ${date}`,
    todayDate: ({ date }) => `Hôm nay, ${date}`,
    todayDateSelected: ({ date }) => `Hôm nay, ${date}, đã chọn`,
    dateSelected: ({ date }) => `${date}, đã chọn`,
    minimumDate: 'Ngày đầu tiên có thể chọn',
    maximumDate: 'Ngày cuối cùng có thể chọn',
  },
  datepicker: {
    year: 'năm',
    month: 'tháng',
    day: 'ngày',
    calendar: 'Lịch',
    selectedDateDescription: ({ date }) => `Ngày đã chọn: ${date}`,
    rangeUnderflow: ({ minValue }) => `Chọn từ ngày ${minValue} trở đi.`,
    rangeOverflow: ({ maxValue }) => `Chọn đến ngày ${maxValue} là muộn nhất.`,
    unavailableDate: 'Ngày này không chọn được.',
  },
  menu: { longPressMessage: 'Nhấn giữ hoặc bấm Alt và mũi tên xuống để mở' },
  overlays: { dismiss: 'Đóng' },
  searchfield: { 'Clear search': 'Xóa từ tìm' },
  spinbutton: { Empty: 'trống' },
};
