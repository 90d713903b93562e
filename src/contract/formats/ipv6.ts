import { isIPv6 } from 'node:net';
import type { StringFormat } from './format';

/** RFC 4291 text form, without a zone. */
export const ipv6: StringFormat = {
  name: 'ipv6',
  description: 'an IPv6 address',
  pattern: '^[0-9A-Fa-f:]+(?::\\d{1,3}(?:\\.\\d{1,3}){3})?$',
  check: (text) => isIPv6(text) && !text.includes('%'),
  typical: ['2001:db8::1', '2001:db8:0:0:1:0:0:1'],
  edge: {
    unspecified: { values: ['::'], pattern: '^::$' },
    loopback: { values: ['::1'], pattern: '^::1$' },
    'IPv4 inside': { values: ['::ffff:192.0.2.1'], pattern: '\\.' },
    'upper case': { values: ['2001:DB8::A'], pattern: '[A-F]' },
  },
  reject: {
    'two gaps': ['2001::db8::1'],
    'nine groups': ['1:2:3:4:5:6:7:8:9'],
    'five digits': ['12345::'],
    'in brackets': ['[2001:db8::1]'],
    'an IPv4 address': ['192.0.2.1'],
    empty: [''],
  },
};
