import { isIPv4 } from 'node:net';
import type { StringFormat } from './format';

/** RFC 2673 dotted-quad, section 3.2. */
export const ipv4: StringFormat = {
  name: 'ipv4',
  description: 'an IPv4 address',
  pattern: '^(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)$',
  check: isIPv4,
  typical: ['192.0.2.1', '198.51.100.42'],
  edge: {
    'all zero': { values: ['0.0.0.0'], pattern: '^0\\.0\\.0\\.0$' },
    broadcast: { values: ['255.255.255.255'], pattern: '^255\\.255\\.255\\.255$' },
    loopback: { values: ['127.0.0.1'], pattern: '^127\\.' },
  },
  reject: {
    'part over 255': ['256.0.0.1'],
    'three parts': ['192.0.2'],
    'leading zero': ['192.0.02.1'],
    'with a port': ['192.0.2.1:80'],
    'an IPv6 address': ['2001:db8::1'],
    empty: [''],
  },
};
