import type { StringFormat } from './format';

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const QUOTED = '"(?:[ !#-\\[\\]-~]|\\\\[ -~])*"';
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const LITERAL = '\\[(?:\\d{1,3}(?:\\.\\d{1,3}){3}|IPv6:[0-9A-Fa-f:.]+)\\]';
const PATTERN = `^(?:${ATOM}(?:\\.${ATOM})*|${QUOTED})@(?:(?:${LABEL}\\.)+${LABEL}|${LITERAL})$`;
const SHAPE = new RegExp(PATTERN);

/** RFC 5321 Mailbox: quoted local parts and address literals too, although mail hardly uses them. */
export const email: StringFormat = {
  name: 'email',
  description: 'an e-mail address',
  means: 'mail',
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
      values: ['"user name"@example.com', '"a@b"@example.com'],
      reason: 'RFC 5321 allows a quoted local part and advises against it; most validators refuse it.',
    },
    'address literal': {
      values: ['user@[192.0.2.1]', 'user@[IPv6:2001:db8::1]'],
      reason: 'RFC 5321 allows an address in place of a domain; most validators refuse it.',
    },
    'domain without a dot': {
      values: ['user@localhost'],
      reason: 'RFC 5321 allows a single-label domain; many validators refuse it.',
    },
  },
};
