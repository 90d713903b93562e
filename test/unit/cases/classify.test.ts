import { classifierOf } from '../../../src/cases/classify';
import { tableOf } from '../../../src/cases/table';
import type { JsonValue, Model } from '../../../src/contract';

/** A list of things that may have tags, each with an id and perhaps a name. */
const MODEL: Model = {
  schema: {
    kind: 'array',
    items: {
      kind: 'object',
      properties: [
        {
          name: 'tags',
          required: false,
          schema: {
            kind: 'array',
            items: {
              kind: 'object',
              properties: [
                { name: 'id', required: true, schema: { kind: 'boolean' } },
                { name: 'name', required: false, schema: { kind: 'boolean' } },
              ],
              additional: false,
            },
          },
        },
      ],
      additional: false,
    },
  },
  definitions: {},
};

const isAbsentIn = (body: JsonValue): string[] =>
  [...classifierOf(tableOf(MODEL))(body)].flatMap(([site, classes]) => (classes.has('absent') ? [site] : []));

const TAGS = ['/[]/tags/[]', '/[]/tags/[]/id', '/[]/tags/[]/name'];
const full = { tags: [{ id: true, name: true }] };

describe('what is absent from a body', () => {
  it.each<[string, JsonValue, readonly string[]]>([
    ['nothing where all is there', [full], []],
    ['a member that one of several lacks', [full, { tags: [{ id: true }] }], ['/[]/tags/[]/name']],
    ['all within a member that one of several lacks', [full, {}], ['/[]/tags', ...TAGS]],
    ['all within a list that is empty, though another is not', [full, { tags: [] }], TAGS],
    ['all where the body is an empty list', [], ['/[]', '/[]/tags', ...TAGS]],
  ])('is %s', (_what, body, sites) => {
    expect(isAbsentIn(body).sort()).toEqual([...sites].sort());
  });
});
