import { describe, expect, it } from '@jest/globals';
import { usernameSchema } from '@ocop/contracts';
import { suggestUsername } from './suggest-username.js';

describe('a suggested user name', () => {
  it.each([
    ['Phòng Kinh tế', 'phong.kinh.te'],
    ['  Phường Hương Chữ ', 'phuong.huong.chu'],
    ['Đặng (văn thư)', 'dang.van.thu'],
    ['Phòng Tài chính - Kế hoạch', 'phong.tai.chinh.ke.hoach'],
  ])('of %j is %s, which the contract takes', (displayName, username) => {
    expect(suggestUsername(displayName)).toBe(username);
    expect(usernameSchema.safeParse(username).success).toBe(true);
  });

  it('is no longer than a user name may be', () => {
    expect(suggestUsername('a b '.repeat(50)).length).toBeLessThanOrEqual(40);
  });
});
