import { together } from '../../../../src/importers/openapi/together';

const leftOut = (name: string, where = 'doc.yaml#/x') => ({
  where,
  name,
  message: (names: string, count: number) => `${names} ${count === 1 ? 'is' : 'are'} left out: why`,
});
const messages = (names: readonly string[]): string[] =>
  together(names.map((name) => leftOut(name))).map(({ message }) => message);

describe('warnings that are alike', () => {
  it('are told once, with what they touch', () => {
    expect(messages(['getA'])).toEqual(['getA is left out: why']);
    expect(messages(['getA', 'getB', 'getA'])).toEqual(['getA and getB are left out: why']);
  });

  it('name ten operations and the number of the others', () => {
    const names = Array.from({ length: 318 }, (_, index) => `get${index}`);
    expect(messages(names)).toEqual([`${names.slice(0, 10).join(', ')} and 308 more are left out: why`]);
  });

  it('are two where they are about different places', () => {
    expect(together([leftOut('getA'), leftOut('getB', 'doc.yaml#/y')])).toHaveLength(2);
  });
});
