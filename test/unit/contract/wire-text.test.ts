import fc from 'fast-check';
import { type JsonValue, type Schema, type WrittenForm, wireReadings, wireTexts } from '../../../src/contract';

const OBJECT: Schema = {
  kind: 'object',
  properties: [
    { name: 'R', required: false, schema: { kind: 'any' } },
    { name: 'G', required: false, schema: { kind: 'any' } },
  ],
  additional: false,
};
const list = ['blue', 'black'];
const object = { R: 100, G: 200 };

/** The table of OpenAPI 3.1, "Style Examples", and Swagger 2.0's collection formats. */
const FORMS: readonly (readonly [
  place: 'path' | 'query' | 'header' | 'cookie',
  form: WrittenForm,
  value: JsonValue,
  texts: unknown,
])[] = [
  ['path', {}, 'blue', [['color', 'blue']]],
  ['path', {}, list, [['color', 'blue,black']]],
  ['path', {}, object, [['color', 'R,100,G,200']]],
  ['path', { explode: true }, object, [['color', 'R=100,G=200']]],
  ['path', { style: 'label' }, 'blue', [['color', '.blue']]],
  ['path', { style: 'label' }, list, [['color', '.blue,black']]],
  ['path', { style: 'label', explode: true }, list, [['color', '.blue.black']]],
  ['path', { style: 'label', explode: true }, object, [['color', '.R=100.G=200']]],
  ['path', { style: 'matrix' }, 'blue', [['color', ';color=blue']]],
  ['path', { style: 'matrix' }, list, [['color', ';color=blue,black']]],
  ['path', { style: 'matrix', explode: true }, list, [['color', ';color=blue;color=black']]],
  ['path', { style: 'matrix' }, object, [['color', ';color=R,100,G,200']]],
  ['path', { style: 'matrix', explode: true }, object, [['color', ';R=100;G=200']]],
  ['query', {}, 'blue', [['color', 'blue']]],
  [
    'query',
    {},
    list,
    [
      ['color', 'blue'],
      ['color', 'black'],
    ],
  ],
  ['query', { explode: false }, list, [['color', 'blue,black']]],
  [
    'query',
    {},
    object,
    [
      ['R', '100'],
      ['G', '200'],
    ],
  ],
  ['query', { explode: false }, object, [['color', 'R,100,G,200']]],
  ['query', { style: 'spaceDelimited' }, list, [['color', 'blue black']]],
  ['query', { style: 'pipeDelimited' }, list, [['color', 'blue|black']]],
  ['query', { style: 'tabDelimited' }, list, [['color', 'blue\tblack']]],
  [
    'query',
    { style: 'deepObject', explode: true },
    object,
    [
      ['color[R]', '100'],
      ['color[G]', '200'],
    ],
  ],
  ['query', { mediaType: 'application/json' }, object, [['color', '{"R":100,"G":200}']]],
  ['header', {}, list, [['color', 'blue,black']]],
  ['cookie', {}, 7, [['color', '7']]],
  ['cookie', { explode: false }, list, undefined],
  // No text says these: nothing, or what reads as something else.
  ['query', {}, [], undefined],
  ['query', {}, {}, undefined],
  ['query', {}, null, undefined],
  ['query', { explode: false }, ['a,b'], undefined],
  ['query', {}, [['a']], undefined],
  ['query', { style: 'deepObject' }, { R: { deep: 1 } }, undefined],
  ['query', { style: 'deepObject' }, 'blue', undefined],
  ['query', { mediaType: 'application/xml' }, 'blue', undefined],
  ['path', {}, '', undefined],
  ['path', {}, '..', undefined],
  ['header', {}, 'Zoë', undefined],
  ['header', {}, ' a', undefined],
  ['cookie', {}, 'a;b', undefined],
  ['cookie', {}, list, undefined],
];

const written = (place: (typeof FORMS)[number][0], form: WrittenForm, value: JsonValue) =>
  wireTexts({ name: 'color', in: place, ...form }, value);

it.each(FORMS)('%s %j: %j is %j', (place, form, value, texts) => {
  expect(written(place, form, value)).toEqual(texts);
});

it('reads back what it writes, of any value and form', () => {
  const scalar = fc.oneof(fc.string({ maxLength: 4 }), fc.integer(), fc.boolean());
  const value = fc.oneof(
    scalar,
    fc.array(scalar, { maxLength: 3 }),
    fc.record({ R: scalar, G: scalar }, { requiredKeys: [] }),
  );
  const forms = fc.constantFrom(...FORMS.map(([place, form]) => [place, form] as const));
  let counted = 0;
  const law = fc.property(forms, value, ([place, form], made) => {
    const sent = written(place, form, made as JsonValue);
    if (sent === undefined) return;
    counted += 1;
    const parameter = {
      name: 'color',
      in: place,
      schema: Array.isArray(made) ? { kind: 'any' as const } : OBJECT,
      ...form,
    };
    expect(wireReadings(parameter, sent, {})).toContainEqual(made);
  });
  fc.assert(law, { seed: 1, numRuns: 2_000 });
  expect(counted).toBeGreaterThan(500);
});
