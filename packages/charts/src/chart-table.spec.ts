import { describe, expect, it } from '@jest/globals';
import { chartTable } from './chart-table.js';
import { disbursementInvented, fundingInvented, fundingUnknown, registrations } from './testing/definitions.js';

describe('chartTable', () => {
  it('holds the seven registrations of the plan, row by row', () => {
    const { columns, rows } = chartTable(registrations);
    expect(columns).toEqual(['Xã, phường', 'Lần đầu (sản phẩm)', 'Đánh giá lại (sản phẩm)']);
    expect(rows).toHaveLength(registrations.categories.length);
    expect(rows[4]).toEqual(['Xã Hương Bình', '2', '0']);
  });

  it('says a missing figure in words and a true zero as 0', () => {
    expect(chartTable(registrations).rows[6]).toEqual(['Phường Tứ Hạ', 'chưa có số liệu', 'chưa có số liệu']);
    expect(chartTable(fundingInvented).rows[5]).toEqual(['Vốn lồng ghép: khoa học công nghệ', '80', '0']);
  });

  it('has a row for every source though the plan sets no amounts (plan 1227, IV)', () => {
    const { rows } = chartTable(fundingUnknown);
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row.slice(1)).toEqual(['chưa có số liệu', 'chưa có số liệu']);
  });

  it('writes money exactly, in the unit of its heading', () => {
    const { columns, rows } = chartTable(fundingInvented);
    expect(columns).toEqual(['Nguồn kinh phí', 'Dự toán (triệu đồng)', 'Đã giải ngân (triệu đồng)']);
    expect(rows[0]).toEqual(['Nguồn xã hội hóa', '1.081,5', '612,5']);
  });

  it('puts the target beside every month', () => {
    const { columns, rows } = chartTable(disbursementInvented, 'en');
    expect(columns.at(-1)).toBe('Kế hoạch cả năm (triệu đồng)');
    expect(rows[6]).toEqual(['Tháng 7', '612.5', 'chưa có số liệu', '850']);
  });
});
