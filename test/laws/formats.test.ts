import fc from 'fast-check';
import { STRING_FORMATS, type StringFormat } from '../../src/contract';

/** What a format's own rows say that its check does not, as sentences. */
function disagreements(format: StringFormat): string[] {
  const { check, typical, edge, reject, pattern } = format;
  const shape = new RegExp(pattern, 'u');
  const edges = Object.entries(edge);
  const legal = [...typical, ...edges.flatMap(([, { values }]) => values)];
  return [
    ...legal.filter((text) => !check(text)).map((text) => `${JSON.stringify(text)} should be legal`),
    ...legal.filter((text) => !shape.test(text)).map((text) => `${JSON.stringify(text)} should match the pattern`),
    ...edges.flatMap(([name, { values, pattern: own }]) =>
      values
        .filter((text) => !new RegExp(own, 'u').test(text))
        .map((text) => `${text} should be recognised as ${name}`),
    ),
    ...edges.flatMap(([name, { pattern: own }]) =>
      typical.filter((text) => new RegExp(own, 'u').test(text)).map((text) => `typical ${text} is taken for ${name}`),
    ),
    ...Object.values(reject)
      .flat()
      .filter((text) => check(text))
      .map((text) => `${JSON.stringify(text)} should be refused`),
  ];
}

describe('a format agrees with itself', () => {
  it.each([...STRING_FORMATS.values()].map((format) => [format.name, format] as const))('%s', (_name, format) => {
    expect(disagreements(format)).toEqual([]);
    expect(Object.keys(format.edge).length).toBeGreaterThan(1);
    expect(Object.keys(format.reject).length).toBeGreaterThan(1);
  });

  const drawing = [...STRING_FORMATS.values()].flatMap(({ name, drawn, check }) =>
    drawn === undefined ? [] : [[name, drawn, check] as const],
  );
  it.each(drawing)(
    'what is drawn of %s is of the format, but for days that the calendar has not',
    (_name, drawn, check) => {
      const texts = fc.sample(fc.stringMatching(new RegExp(drawn, 'u')), { numRuns: 300, seed: 1 });
      expect(texts.filter(check).length).toBeGreaterThan(0.9 * texts.length);
    },
  );

  it('and the law notices a format that does not', () => {
    const broken: StringFormat = {
      name: 'planted',
      description: 'a planted format',
      pattern: '^a+$',
      check: (text) => text.startsWith('a'),
      typical: ['a', 'b'],
      edge: { long: { values: ['ab'], pattern: '^aaa' } },
      reject: { capital: ['abc'] },
    };
    expect(disagreements(broken)).toEqual([
      '"b" should be legal',
      '"b" should match the pattern',
      '"ab" should match the pattern',
      'ab should be recognised as long',
      '"abc" should be refused',
    ]);
  });
});
