import type { Case, Model } from '../../../src/contract';
import { fullestOf, growthsOf } from '../../../src/fuzz/growth';

const text = { kind: 'string' };
const model = {
  schema: {
    kind: 'object',
    properties: ['id', 'note'].map((name) => ({ name, schema: text, required: name === 'id' })),
    additional: { kind: 'any' },
  },
  definitions: {},
} as unknown as Model;

const valid = (body: string): Case => ({
  id: body,
  verdict: 'accept',
  status: 200,
  headers: {},
  body,
  classes: {},
  seed: 1,
});

it('what grows is in the body, though the first valid one lacks it', () => {
  const fullest = fullestOf(model, [valid('{"id":"a"}'), valid('{"id":"a","note":"b"}')]);
  expect(fullest?.body).toBe('{"id":"a","note":"b"}');
  expect(growthsOf(model, fullest?.body ?? '')[0]?.pointers).toEqual(['/id', '/note']);
});
