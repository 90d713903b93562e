import type { JsonValue } from '../../../src/contract';
import { level } from '../../../src/pact/level';

const anything = (): boolean => true;
const keepsKinds = (body: JsonValue): boolean =>
  (body as { kind: string; b?: number }[]).every(({ kind, b }) => (kind === 'b') === (b !== undefined));

describe('the items of a list', () => {
  it('lose what the first item does not have', () => {
    expect(level([{ id: 1 }, { id: 2, note: 'x' }], anything)).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('get what only the first item has, since the row is about that', () => {
    const body = [{ id: 1, note: 'x' }, { id: 2 }];
    expect(level(body, anything)).toEqual([
      { id: 1, note: 'x' },
      { id: 2, note: 'x' },
    ]);
  });

  it('are like the first item where they are of another branch', () => {
    const body = [
      { kind: 'b', id: 1, b: 42 },
      { kind: 'a', id: 2, a: 'text' },
    ];
    expect(level(body, keepsKinds)).toEqual([
      { kind: 'b', id: 1, b: 42 },
      { kind: 'b', id: 2, b: 42 },
    ]);
  });

  it('stay as they are where no shape of all is allowed', () => {
    const body = [{ kind: 'b', b: 42 }, { kind: 'a' }];
    expect(level(body, () => false)).toEqual(body);
  });
});
