import { defineContract, type MainResponse, successfulResponses } from '../../src/contract';
import { type FuzzOptions, fuzz } from '../../src/fuzz';
import { baseFor, told } from './conformance/subjects';
import { moduleParser } from './module-parser';
import { testCase } from './small-contract';

describe('a parser that is loaded where it runs', () => {
  it('may be a schema of a library that is an ES module', async () => {
    const parser = moduleParser('conformance/parsers/arktype.ts#arktypeUser');
    expect(told(await fuzz({ ...baseFor(), parser, seed: 1, runs: 1500 }))).toEqual([]);
  });
});

describe('the time zone', () => {
  const contract = defineContract({
    version: 1,
    name: 'seen',
    consumer: 'a',
    provider: 'b',
    models: {
      User: {
        type: 'object',
        properties: { id: { type: 'string' }, seen: { type: 'string', format: 'date-time' } },
        required: ['id'],
      },
    },
    operations: { get: { method: 'GET', path: '/', responses: { '200': { schema: { $ref: '#/$defs/User' } } } } },
  });
  const seen = (text: string) => ({ ...testCase(text, 'NEW'), body: `{"id":"one","seen":"${text}"}`, classes: {} });
  const options: Omit<FuzzOptions, 'parser'> = {
    contract: contract.name,
    response: successfulResponses(contract)[0] as MainResponse,
    rules: [],
    cases: [seen('2023-04-05T06:07:08Z'), seen('2023-12-05T06:07:08Z')],
    seed: 1,
    runs: 2,
    judge: () => [],
  };

  it('of the machine is no part of a moment', async () => {
    const run = await fuzz({ ...options, parser: moduleParser('fixtures/local-time.js#parse') });
    const utc = new Date().getTimezoneOffset() === 0;
    const lines = told(run);
    expect(lines[0]).toMatch(
      utc
        ? /^depends-on-time-zone \/seen: in the time zone America\/St_Johns: \/seen is another moment/
        : /^wrong-instant \/seen/,
    );
  });

  it('is not blamed for what goes wrong at home as well', async () => {
    const lines = told(await fuzz({ ...options, parser: moduleParser('fixtures/no-december.js#parse') }));
    expect(lines).toEqual([expect.stringMatching(/^refuses-valid /)]);
  });

  it('does not matter to a parser that reads the offset', async () => {
    expect(told(await fuzz({ ...options, parser: moduleParser('fixtures/any-zone.js#parse') }))).toEqual([]);
  });
});
