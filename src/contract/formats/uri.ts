import type { StringFormat } from './format';

const PATTERN = "^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$";
const SHAPE = new RegExp(PATTERN);

/** An authority whose port is no number (RFC 3986, section 3.2.3). */
const WRONG_PORT = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/(?:[^/?#]*@)?(?:\[[^\]/?#]*\]|[^:/?#[\]]*):(?!\d*(?:[/?#]|$))/;

/** RFC 3986 URI with a scheme. */
export const uri: StringFormat = {
  name: 'uri',
  description: 'an absolute URI',
  means: 'address',
  pattern: PATTERN,
  drawn:
    '^https?://[a-z][a-z0-9]{0,15}(?:[.-][a-z0-9]{1,15}){0,2}\\.[a-z]{2,6}(?::[1-9]\\d{1,3})?(?:/[A-Za-z0-9._~-]{0,12}|/%[0-9A-F]{2}){0,4}(?:\\?[a-z]{1,8}=[A-Za-z0-9.~-]{0,9})?(?:#[a-z0-9-]{0,8})?$',
  check: (text) =>
    SHAPE.test(text) &&
    text.indexOf('#') === text.lastIndexOf('#') &&
    !/^https?:\/\/(?:$|[/?#])/.test(text) &&
    !WRONG_PORT.test(text),
  typical: ['https://example.com/path', 'https://example.org/other'],
  edge: {
    'with everything': {
      values: ['https://user@example.com:8443/a/b?c=d&e=%20#f'],
      pattern: '^[a-z]+://[^/]*@[^/]*:\\d+/.*\\?.*#',
    },
    'no authority': { values: ['urn:isbn:0451450523', 'mailto:user@example.com'], pattern: '^[a-z]+:(?!//)' },
    'IPv6 host': { values: ['http://[2001:db8::7]/'], pattern: '//\\[' },
    'upper-case scheme': { values: ['HTTP://EXAMPLE.COM/'], pattern: '^[A-Z]+:' },
  },
  reject: {
    'no scheme': ['//example.com/path', 'example.com'],
    relative: ['/path', '../path'],
    'a blank inside': ['https://example.com/a b'],
    'bad percent escape': ['https://example.com/%zz'],
    'a port that is no number': ['http://host:abc/'],
    empty: [''],
  },
};
