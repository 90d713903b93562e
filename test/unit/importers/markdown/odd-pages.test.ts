import type { JsonSchema } from '../../../../src/contract';
import { type ModelPage, readModelPage } from '../../../../src/importers/markdown/model-page';
import { ODD_PAGES } from './odd-pages';

const look = (name: string): JsonSchema | undefined => (name === 'Tag' ? { $ref: '#/$defs/Tag' } : undefined);

const read = (text: string): ModelPage => readModelPage(text, 'X.md', look);

/** A member in a word: the values of an enum, the name of a model, or its type. */
function inAWord(schema: JsonSchema | boolean, { missing }: ModelPage): unknown {
  if (typeof schema === 'boolean') return schema;
  const model = schema.$ref?.replace('#/$defs/', '');
  if (model !== undefined) return missing.has(model) ? `${model} is not there` : model;
  return schema.enum ?? schema.type;
}

function membersOf(page: ModelPage): [string, unknown][] {
  const { properties = {}, required = [] } = page.schema;
  return Object.entries(properties).map(([name, schema]) => [
    required.includes(name) ? name : `${name}?`,
    inAWord(schema, page),
  ]);
}

describe('a page that no generator writes', () => {
  it.each(ODD_PAGES.filter(({ refused }) => refused === undefined).map((odd) => [odd.what, odd] as const))(
    'is read as meant, or says what it lacks: %s',
    (_what, { text, members = {}, skipped = 0, warnings = [] }) => {
      const page = read(text);
      expect(membersOf(page)).toEqual(Object.entries(members));
      expect(page.report.skipped).toBe(skipped);
      const messages = page.report.warnings.map(({ message }) => message);
      expect(messages).toEqual(warnings.map((warning) => expect.stringMatching(warning)));
    },
  );

  it.each(
    ODD_PAGES.flatMap(({ what, text, refused }) => (refused === undefined ? [] : [[what, text, refused] as const])),
  )('is refused: %s', (_what, text, refused) => {
    expect(() => read(text)).toThrow(refused);
  });
});
