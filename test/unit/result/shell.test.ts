import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { shellWord } from '../../../src/result';

const said = (word: string): string => execFileSync('sh', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8' });

it('leaves a plain word as it is', () => expect(shellWord('src/a.ts#parse')).toBe('src/a.ts#parse'));

it.each(["it's", '$HOME', '`id`', 'a b', '', '#no-comment', '*', '~', 'a;b', 'a\nb', '"'])(
  'is read by a shell as it was: %j',
  (word) => expect(said(word)).toBe(word),
);

it('is read by a shell as it was, whatever the word', () => {
  const words = fc.string({ unit: 'grapheme' }).filter((word) => !word.includes('\0'));
  fc.assert(
    fc.property(words, (word) => said(word) === word),
    { numRuns: 50, seed: 1 },
  );
});
