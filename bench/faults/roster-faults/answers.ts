import type { Row } from '../roster';
import { member, shows, texts, without } from './planting';

/** What is wrong with one member of an answer. */
export const WRONG_VALUES = [
  shows('text', 'what is not ASCII becomes ?', (row) => texts(row, (text) => text.replace(/[^\0-\x7f]/g, '?'))),
  shows('text', 'characters past U+FFFF become ?', (row) =>
    texts(row, (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?')),
  ),
  shows('text', 'quotes are escaped for HTML', (row) => texts(row, (text) => text.replaceAll('"', '&quot;'))),
  shows('text', 'line ends are taken out of addresses', (row) =>
    member(row, 'address', (text: string) => text.replace(/\r?\n/g, ' ')),
  ),
  shows('text', 'usernames are cut to 29', (row) => member(row, 'username', (text: string) => text.slice(0, 29))),
  shows('text', 'empty texts become null', (row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === '' ? null : value])),
  ),
  shows('value', 'false is left out', (row) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== false)),
  ),
  shows('value', 'zero is left out', (row) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== 0)),
  ),
  shows('value', 'times past 2^31 overflow', (row) => member(row, 'last_login_time', (time: number) => time | 0)),
  shows('value', 'a negative time is turned round', (row) =>
    member(row, 'creation_time', (time: number) => Math.abs(time)),
  ),
  shows('list', 'the login history is turned round', (row) =>
    member(row, 'login_history', (items: unknown[]) => [...items].reverse()),
  ),
  shows('list', 'the login history holds four', (row) =>
    member(row, 'login_history', (items: unknown[]) => items.slice(0, 4)),
  ),
  shows('list', 'the first group is lost', (row) => member(row, 'groups', (items: unknown[]) => items.slice(1))),
  shows('list', 'groups are texts with commas', (row) => member(row, 'groups', (items: unknown[]) => items.join(','))),
  shows('list', 'one session is no list', (row) =>
    member(row, 'active_sessions', (items: unknown[]) => (items.length === 1 ? items[0] : items)),
  ),
  shows('list', 'empty lists are null', (row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, Array.isArray(value) && value.length === 0 ? null : value]),
    ),
  ),
  shows('nested', 'sessions lack their token', (row) =>
    member(row, 'active_sessions', (items: Row[]) => items.map((item) => without(item, 'reference_token'))),
  ),
  shows('nested', 'a failed login lacks success', (row) =>
    member(row, 'login_history', (items: Row[]) =>
      items.map((item) => (item['success'] === false ? without(item, 'success') : item)),
    ),
  ),
  shows('nested', 'the second session has another shape', (row) =>
    member(row, 'active_sessions', (items: Row[]) =>
      items.map((item, index) => (index === 1 ? { ...item, login_time: null } : item)),
    ),
  ),
  shows('nested', 'keys of properties are in lower case', (row) =>
    member(row, 'user_properties', (map: Row) =>
      Object.fromEntries(Object.entries(map).map(([key, value]) => [key.toLowerCase(), value])),
    ),
  ),
  shows('nested', 'empty properties are left out', (row) =>
    member(row, 'user_properties', (map: Row) =>
      Object.fromEntries(Object.entries(map).filter(([, inner]) => Object.keys(inner as Row).length > 0)),
    ),
  ),
  shows('time', 'the offset is cut off, not counted', (row) =>
    member(row, 'created_at', (date: string) => date.replace(/[+-]\d\d:\d\d$/, 'Z')),
  ),
  shows('time', 'created_at is the time of the update', (row) =>
    'created_at' in row ? { ...row, created_at: row['updated_at'] } : row,
  ),
  shows('time', 'updated_at is in seconds', (row) => ({ ...row, updated_at: 1700000000 })),
  shows('time', 'updated_at lacks its zone', (row) =>
    member(row, 'updated_at', (date: string) => date.replace('Z', '')),
  ),
];

/** What is wrong only where members meet. */
export const WRONG_TOGETHER = [
  shows('two values', 'INACTIVE with 2FA lacks a phone number', (row) =>
    row['status'] === 'INACTIVE' && row['is_totp_enabled'] === true ? without(row, 'phone_number') : row,
  ),
  shows('two values', 'RESET without a name has an empty etag list', (row) =>
    row['status'] === 'RESET' && !('full_name' in row) ? { ...row, etag: [] } : row,
  ),
  shows('two fields', 'a username hides the full name', (row) =>
    'username' in row && 'full_name' in row ? without(row, 'full_name') : row,
  ),
  shows('three fields', 'consent without an address breaks the groups', (row) =>
    row['is_gtc_accepted'] === true && row['is_marketing_accepted'] === true && !('address' in row)
      ? { ...row, groups: null }
      : row,
  ),
  shows('three fields', 'no sessions, no history, no phone: no email', (row) =>
    'active_sessions' in row || 'login_history' in row || 'phone_number' in row ? row : without(row, 'email'),
  ),
];
