import { shellWord } from '../../result';
import type { ParserWords } from './words';

const given = (name: string, value: string | undefined): string[] =>
  value === undefined || value === '' ? [] : [name, shellWord(value)];

/** What a case is found by, beside its id. */
export interface CaseSource {
  readonly seed: number;
  readonly corpus?: string | undefined;
}

/** The words that run one case again, as they would be typed. */
export const replayCommand = (words: ParserWords, { seed, corpus }: CaseSource, id: string): string =>
  [
    'pactcheck fuzz',
    shellWord(words.contract),
    ...given('--parser', words.parser),
    ...given('--rejects-with', words.rejectsWith.join(',')),
    ...(words.isolate === 'worker' ? [] : given('--isolate', words.isolate)),
    ...given('--to-wire', words.toWire),
    ...given('--unknown-fields', words.unknownFields),
    ...given('--unknown-enum', words.unknownEnum),
    ...given('--unusual-dates', words.unusualDates),
    ...given('--invalid', words.invalid),
    ...(words.givesDefaults ? ['--gives-defaults'] : []),
    ...(words.without ?? []).flatMap((word) => given('--without', word)),
    ...given('--wire-names', words.wireNames),
    ...given('--operation', words.operation),
    ...given('--corpus', corpus),
    ...given('--seed', String(seed)),
    '--replay',
    shellWord(id),
  ].join(' ');
