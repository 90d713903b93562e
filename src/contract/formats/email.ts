import type { StringFormat } from './format';

const PATTERN =
  "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$";
const SHAPE = new RegExp(PATTERN);

/** RFC 5321 Mailbox, the part of it that mail uses: no quoted local part, no address literal. */
export const email: StringFormat = {
  name: 'email',
  description: 'an e-mail address',
  pattern: PATTERN,
  drawn:
    '^[a-z][a-z0-9]{0,15}(?:[._+-][a-z0-9]{1,15}){0,2}@[a-z][a-z0-9]{0,15}(?:[.-][a-z0-9]{1,15}){0,2}\\.[a-z]{2,6}$',
  check: (text) => SHAPE.test(text),
  typical: ['user@example.com', 'other.user@example.org'],
  edge: {
    'tagged local part': { values: ['user+tag@example.com'], pattern: '\\+.*@' },
    subdomains: { values: ['user@mail.eu.example.com'], pattern: '@(?:[^.]+\\.){3}' },
    'apostrophe in the local part': { values: ["o'brien@example.com"], pattern: "'" },
  },
  reject: {
    'no at sign': ['user.example.com'],
    'nothing before the at sign': ['@example.com'],
    'nothing after the at sign': ['user@'],
    'a blank inside': ['user name@example.com'],
    'two at signs': ['user@@example.com'],
    empty: [''],
    'trailing newline': ['user@example.com\n'],
  },
  either: {
    'one character each': {
      values: ['a@b.c'],
      reason: 'RFC 5321 allows a top-level domain of one letter; there is none, and many validators refuse it.',
    },
    'quoted local part': {
      values: ['"user name"@example.com'],
      reason: 'RFC 5321 allows a quoted local part and advises against it; most validators refuse it.',
    },
    'domain without a dot': {
      values: ['user@localhost'],
      reason: 'RFC 5321 allows a single-label domain; many validators refuse it.',
    },
  },
};
