import { defineContract, type MainResponse, successfulResponses } from '../../../src/contract';
import { placeIn } from '../../../src/fuzz/bucket';
import { culpritOf } from '../../../src/fuzz/shrink';

const PLAIN = '{"id":1,"lines":[{"n":1},{"n":2}],"note":"alpha"}';

/** A body fails where it matches. */
const failing =
  (pattern: RegExp) =>
  async (body: string): Promise<boolean> =>
    pattern.test(body);

describe('the culprit in a body', () => {
  it.each([
    ['{"id":1,"lines":[],"note":"bad"}', /bad/, '/note'],
    ['{"id":1,"lines":[],"extra":["bad"]}', /bad/, '/extra'],
    ['{"id":1,"lines":[]}', /"lines":\[\]/, '/lines'],
    ['{"id":2,"lines":[{"n":1},{"n":9}],"note":"alpha"}', /"n":9/, '/lines/1/n'],
    ['{"id":2,"lines":[{"n":1},{"n":9}],"note":"alpha"}', /\{/, ''],
  ])('%s, failing at %s, is at %s', async (body, pattern, place) => {
    expect(await culpritOf(body, PLAIN, failing(pattern))).toBe(place);
  });
});

describe('a place within a recursive model', () => {
  const contract = defineContract({
    version: 1,
    name: 'trees',
    consumer: 'a',
    provider: 'b',
    models: {
      Tree: {
        type: 'object',
        properties: {
          note: { type: 'string' },
          inner: { type: 'array', items: { $ref: '#/$defs/Tree' } },
          labels: {
            type: 'object',
            additionalProperties: { type: 'object', additionalProperties: { type: 'string' } },
          },
        },
      },
    },
    operations: { get: { method: 'GET', path: '/', responses: { '200': { schema: { $ref: '#/$defs/Tree' } } } } },
  });
  const { model } = successfulResponses(contract)[0] as MainResponse;

  it.each([
    ['/note', '/note'],
    ['/inner/0/note', '/inner/[]/note'],
    ['/inner/0/inner/3/inner/1/note', '/inner/[]/note'],
    ['/labels/a/b', '/labels/{}/{}'],
  ])('%s is %s', (pointer, place) => {
    expect(placeIn(model, pointer)).toBe(place);
  });
});
