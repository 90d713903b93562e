import { isAt } from '../../../src/breaking/ignore';

describe('a place pattern', () => {
  it.each([
    ['/groups/[]', '/groups/0', true],
    ['/groups/*', '/groups/0', true],
    ['/groups/*', '/groups/0/name', false],
    ['/groups/**', '/groups/0/name', true],
    ['/groups/**', '/groups', true],
    ['/groups/**', '/groupsets', false],
    ['**', '', true],
    ['**', '/a/b', true],
    ['/**/id', '/a/b/id', true],
    ['/tags/{}', '/tags/a.b', true],
    ['/a.b', '/axb', false],
    ['', '', true],
    ['', '/a', false],
  ])('%j stands for %j: %s', (pattern, pointer, isIt) => {
    expect(isAt(pattern, pointer)).toBe(isIt);
  });
});
