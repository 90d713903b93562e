import type { Model } from '../../../src/contract';
import { serialiserOf } from '../../../src/fuzz/serialise';

const object = (kind: string, name: string, format: string) => ({
  kind: 'object',
  properties: [
    { name: 'kind', required: true, schema: { kind: 'enum', values: [kind] } },
    { name, required: false, schema: { kind: 'string', format } },
  ],
  additional: { kind: 'any' },
});

describe('a value that is written again', () => {
  const model = {
    schema: {
      kind: 'union',
      mode: 'one',
      branches: [object('invoice', 'due', 'date-time'), object('card', 'until', 'date'), { kind: 'null' }],
    },
    definitions: {},
  } as unknown as Model;
  const write = serialiserOf(model);

  it('is written as the branch of a union that it is of', () => {
    const at = new Date('2023-04-05T00:00:00Z');
    expect(write({ kind: 'card', until: at })).toEqual({ kind: 'card', until: '2023-04-05' });
    expect(write({ kind: 'invoice', due: at })).toEqual({ kind: 'invoice', due: '2023-04-05T00:00:00.000Z' });
    expect(write(null)).toBeNull();
  });
});
