import { makingOf } from '../../../src/cases/making';
import type { JsonValue, Model, Schema } from '../../../src/contract';

const modelNamed = (index: number): string => `Model${index}`;

/** Models in a row, each with a required name and so many optional members that are the next one. */
function chain(models: number, members: number): Model {
  const next = (index: number): Schema => ({ kind: 'reference', name: modelNamed((index + 1) % models) });
  const modelAt = (index: number): Schema => ({
    kind: 'object',
    properties: [
      { name: 'id', required: true, schema: { kind: 'boolean' } },
      ...Array.from({ length: members }, (_, n) => ({ name: `next${n}`, required: false, schema: next(index) })),
    ],
    additional: false,
  });
  const definitions = Object.fromEntries(Array.from({ length: models }, (_, at) => [modelNamed(at), modelAt(at)]));
  return { schema: { kind: 'reference', name: modelNamed(0) }, definitions };
}

const plainOf = (model: Model): JsonValue =>
  makingOf(model).typical(model.definitions[modelNamed(0)] as Schema, 0) as JsonValue;

const depthOf = (value: JsonValue): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(...Object.values(value).map((part) => depthOf(part as JsonValue)))
    : 0;

const modelsIn = (value: JsonValue): number => JSON.stringify(value).split('"id"').length - 1;

describe('a plain body', () => {
  it('is four models deep below its own where they stay few', () => {
    expect(depthOf(plainOf(chain(20, 1)))).toBe(5);
  });

  it.each([
    [6, 3],
    [12, 2],
    [40, 1],
  ])('is less deep where each model has %d others in it, and stays small', (members, levels) => {
    const body = plainOf(chain(300, members));
    expect(depthOf(body)).toBe(1 + levels);
    expect(modelsIn(body)).toBeLessThan(500);
  });

  it('always has all members of its own model and of those next to it named', () => {
    const body = plainOf(chain(300, 200)) as Record<string, JsonValue>;
    expect(Object.keys(body)).toHaveLength(201);
    expect(body['next199']).toEqual({ id: expect.any(Boolean) });
  });
});
