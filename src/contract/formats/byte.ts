import type { StringFormat } from './format';

const PATTERN = '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$';
const SHAPE = new RegExp(PATTERN);

/** RFC 4648 base64 with padding, section 4: what OpenAPI calls `byte`. */
export const byte: StringFormat = {
  name: 'byte',
  description: 'base64 text',
  means: 'bytes',
  pattern: PATTERN,
  check: (text) => SHAPE.test(text),
  typical: ['cGFjdGNoZWNr', 'Y29udHJhY3Q='],
  edge: {
    empty: { values: [''], pattern: '^$' },
    'two pads': { values: ['YQ=='], pattern: '==$' },
    'plus and slash': { values: ['+/+/'], pattern: '[+/]' },
  },
  reject: {
    'no padding': ['YQ'],
    'URL alphabet': ['_-_-'],
    'a line break inside': ['cGFj\ndGNo'],
    'padding inside': ['YQ==YQ=='],
  },
};
