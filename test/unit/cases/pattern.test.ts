import { parsePattern } from '../../../src/cases/compiled/pattern/parse';

const literals = (pattern: string, flags: string): string =>
  (parsePattern(pattern, flags)[0] ?? [])
    .map((part) => (part.kind === 'literal' ? part.text : `<${part.kind}>`))
    .join('');

it.each([
  ['\\u{41}', 'u', 'A'],
  ['\\x41\\t\\/', 'u', 'A\t/'],
  // Without the u flag a brace counts, an octal escape is a character, and an escape of any letter is that letter.
  ['\\101\\y', '', 'Ay'],
  ['\\u{2}', '', '<repeat>'],
  ['a(?=b)\\bc', 'u', 'a<limit><limit>c'],
  ['^(?:a|b)[c]+$', 'u', '<start><choice><repeat><end>'],
])('reads %s with the flags "%s" as %s', (pattern, flags, expected) => expect(literals(pattern, flags)).toBe(expected));

it.each(['(a)\\1', '(?<x>a)\\k<x>'])('says that %s cannot be drawn for', (pattern) =>
  expect(() => parsePattern(pattern, 'u')).toThrow('a back-reference cannot be drawn for'),
);

it('says what is wrong with a pattern that is not legal', () =>
  expect(() => parsePattern('(a', 'u')).toThrow(/Unterminated group/));
