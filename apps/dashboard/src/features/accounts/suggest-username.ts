import { searchKey } from '@ocop/domain';

/** A user name made of a display name: “Phòng Kinh tế” → “phong.kinh.te”. */
export const suggestUsername = (displayName: string): string =>
  searchKey(displayName).replace(/[^a-z0-9]+/g, '.').replace(/^\.+|\.+$/g, '').slice(0, 40).replace(/\.+$/, '');
