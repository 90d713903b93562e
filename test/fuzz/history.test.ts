import { fuzz } from '../../src/fuzz';
import { DEFAULT_POLICY } from '../../src/fuzz/plan';
import { validatorFor } from '../../src/validator';
import { moduleParser } from './module-parser';
import { CASES, contract, response, testCase } from './small-contract';

jest.setTimeout(120_000);

const validator = validatorFor(contract);

/** The findings of a parser that is shown answers of the same two ids. */
async function foundIn(name: string): Promise<string[]> {
  const { results } = await fuzz({
    contract: 'small',
    response,
    rules: [],
    rejectsWith: [],
    policy: { ...DEFAULT_POLICY, invalid: 'may-pass' },
    givesDefaults: false,
    cases: [...CASES, { ...testCase('counted', 'NEW'), body: '{"id":"one","status":"NEW","count":7}' }],
    onlyGiven: true,
    seed: 1,
    judge: (body) => validator.response('get', 200, body),
    parser: moduleParser(`fixtures/cached.js#${name}`),
  });
  return results.filter(({ status }) => status === 'failed').map(({ id }) => id);
}

it.each(['byId', 'first'])('a cache under a wrong key is one finding, whatever it touches: %s', async (name) => {
  expect(await foundIn(name)).toEqual(['depends-on-history body']);
});

it('a value that is misread whatever came before is told at its place', async () => {
  expect(await foundIn('misreads')).toEqual(['wrong-value /status']);
});
