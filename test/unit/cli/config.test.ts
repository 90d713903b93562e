import { checkConfig } from '../../../src/app/config-check';
import { defineConfig } from '../../../src/doors';

const said = (value: unknown): string => {
  try {
    checkConfig(value, 'f');
    return 'right';
  } catch (error) {
    return `${(error as Error).message} ${(error as { next?: string }).next}`;
  }
};

const entry = (more: object) => ({ contracts: [{ contract: 'a', ...more }] });

it.each<[unknown, string]>([
  [{ contracts: ['a', { contract: 'b', baseline: false }], pacts: undefined }, 'right'],
  [entry({ baseline: 'git:main:a', parsers: [{ parser: 'p', runs: 1, givesDefaults: true }] }), 'right'],
  [[], 'f: it is not an object Make it an object.'],
  [{ contracts: [''] }, 'f: contracts[0] is not a text Make it a text.'],
  [{ contracts: [1] }, 'f: contracts[0] is not an object Make it an object.'],
  [{ contracts: [{}] }, 'f: contracts[0] has no contract Add contract.'],
  [entry({ baseline: true }), 'f: contracts[0].baseline is not a text Make it a text.'],
  [entry({ provider: { states: 's' } }), 'f: contracts[0].provider has no baseUrl Add baseUrl.'],
  [
    entry({ parsers: [{ parser: 'p', unknownEnum: 'no' }] }),
    'f: contracts[0].parsers[0].unknownEnum is not one of accept, reject, either Make it one of accept, reject, either.',
  ],
  [
    entry({ parsers: [{ parser: 'p', givesDefaults: 1 }] }),
    'f: contracts[0].parsers[0].givesDefaults is not true or false Make it true or false.',
  ],
  [{ contracts: ['a'], seed: -1 }, 'f: seed is not a whole number, at least 0 Make it a whole number, at least 0.'],
])('says of %j: %s', (config, expected) => expect(said(config)).toBe(expected));

it('has types that say the same', () => {
  const config = defineConfig({
    contracts: ['a', { contract: 'b', baseline: false, parsers: [{ parser: 'p', unknownFields: 'either' }] }],
    thresholds: { pairs: 90 },
    levels: { 'some-rule': 'off' },
  });
  // @ts-expect-error: a setting that there is none of.
  defineConfig({ contracts: ['a'], treshold: {} });
  // @ts-expect-error: an entry without its contract.
  defineConfig({ contracts: [{ parsers: [] }] });
  // @ts-expect-error: no verdict.
  defineConfig({ contracts: [{ contract: 'a', parsers: [{ parser: 'p', unknownEnum: 'no' }] }] });
  expect(said(config)).toBe('right');
});
