import type { StringFormat } from './format';

const PATTERN =
  '^(?=.{1,253}$)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$';
const SHAPE = new RegExp(PATTERN);

/** RFC 1123 host name, section 2.1. */
export const hostname: StringFormat = {
  name: 'hostname',
  description: 'a host name',
  pattern: PATTERN,
  check: (text) => SHAPE.test(text),
  typical: ['example.com', 'www.example.org'],
  edge: {
    'one label': { values: ['localhost'], pattern: '^[^.]+$' },
    'label of 63': { values: [`${'a'.repeat(63)}.example`], pattern: '(?:^|\\.)[^.]{63}(?:\\.|$)' },
    'digits first': { values: ['3com.example'], pattern: '^\\d' },
    'internationalised, as ASCII': { values: ['xn--bcher-kva.example'], pattern: 'xn--' },
  },
  reject: {
    'label of 64': [`${'a'.repeat(64)}.example`],
    underscore: ['host_name.example'],
    'hyphen at an end': ['-host.example', 'host-.example'],
    'empty label': ['host..example'],
    'a blank inside': ['host name.example'],
    empty: [''],
  },
};
