import fc from 'fast-check';
import { type Api, type ApiModel, type ApiProperty, type ApiType, enumIn } from './api';

const WORDS =
  'account amount balance city colour currency entry group level member note order owner place rate state step text unit zone'.split(
    ' ',
  );

/** camelCase names of which no two are alike without their case. */
const names = (most: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(
    fc
      .tuple(fc.constantFrom(...WORDS), fc.constantFrom('', ...WORDS))
      .map(([first, second]) => first + (second && `${second[0]?.toUpperCase()}${second.slice(1)}`)),
    { minLength: 1, maxLength: most },
  );

/** Prose with what breaks tables: pipes, quotes, entities, links, backticks, other scripts. */
const prose: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      'the',
      'a | b',
      '`code`',
      '"q"',
      "it's",
      '<tag>',
      '&',
      'x=1',
      '[a](#b)',
      'ß名',
      '50 %',
      'e.g.',
      '--',
      '#5',
      '*',
    ),
    { maxLength: 6 },
  )
  .map((words) => words.join(' '));

const type = (models: readonly string[]): fc.Arbitrary<ApiType> =>
  fc.letrec<{ type: ApiType }>((tie) => ({
    type: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<ApiType>(
        ...(['string', 'integer', 'long', 'number', 'boolean', 'moment', 'anything'] as const).map((kind) => ({
          kind,
        })),
      ),
      fc.constantFrom(...models).map((name): ApiType => ({ kind: 'model', name })),
      fc.record({
        kind: fc.constantFrom('list' as const, 'map' as const),
        of: tie('type').filter(({ kind }) => kind !== 'anything'),
      }),
    ),
  })).type;

/** Enums stand alone or in a list: only there do all languages that have them print their values. */
const enumType: fc.Arbitrary<ApiType> = fc
  .tuple(fc.uniqueArray(fc.constantFrom('one', 'two', 'in-between', 'later', 'never'), { minLength: 2 }), fc.boolean())
  .map(
    ([values, isList]): ApiType => (isList ? { kind: 'list', of: { kind: 'enum', values } } : { kind: 'enum', values }),
  );

const property = (name: string, models: readonly string[]): fc.Arbitrary<ApiProperty> =>
  fc.record({
    name: fc.constant(name),
    type: fc.oneof({ arbitrary: type(models), weight: 5 }, { arbitrary: enumType, weight: 1 }),
    required: fc.boolean(),
    description: prose,
  });

const MODELS = ['Alpha', 'BetaThing', 'Gamma'];

/** Models that require each other have no values: only later ones are required. */
const endingIn = (name: string, property: ApiProperty): ApiProperty => {
  const { type: own, required } = property;
  return own.kind === 'model' ? { ...property, required: required && own.name > name } : property;
};

const model = (name: string): fc.Arbitrary<ApiModel> =>
  names(6)
    .chain((all) => fc.tuple(...all.map((each) => property(each, MODELS))))
    .map((properties) => ({ name, properties: properties.map((each) => endingIn(name, each)) }))
    .filter(({ properties }) => !looksMerged(properties));

/** The importer flags models of which all is required and one member has a single value. */
const looksMerged = (properties: readonly ApiProperty[]): boolean =>
  properties.every(({ required }) => required) && properties.some(({ type: own }) => enumIn(own)?.length === 1);

/** Invented APIs: three models that refer to each other, and an operation for each. */
export const anyApi: fc.Arbitrary<Api> = fc.tuple(...MODELS.map(model)).map((models) => ({
  name: 'Thing',
  models,
  operations: MODELS.map((name) => ({
    id: `get${name}`,
    method: 'GET' as const,
    path: `/${name.toLowerCase()}/{itemId}`,
    parameters: [{ name: 'itemId', required: true, type: { kind: 'string' as const } }],
    returns: { kind: 'model' as const, name },
    scheme: 'bearerAuth',
    statuses: [['200', 'It.'] as const],
  })),
}));
