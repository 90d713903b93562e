import type { JsonSchema } from '../../../../src/contract';
import { meaningOf } from '../../../../src/importers/markdown/type-grammar';
import { page, propertiesOf, read, warningsOf } from './page';

const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const map = (values: JsonSchema): JsonSchema => ({ type: 'object', additionalProperties: values });
const string: JsonSchema = { type: 'string' };
const moment: JsonSchema = { type: 'string', format: 'date-time' };
const pet: JsonSchema = { $ref: '#/$defs/Pet' };
const int32: JsonSchema = { type: 'integer', format: 'int32' };

describe('a type', () => {
  it.each<[string, JsonSchema]>([
    ['Long', { type: 'integer', format: 'int64' }],
    ['BigDecimal', { type: 'number' }],
    ['boolean', { type: 'boolean' }],
    ['OffsetDateTime', moment],
    ['datetime', moment],
    ['\\DateTime', moment],
    ['time.Time', moment],
    ['java.time.OffsetDateTime', moment],
    ['date', { type: 'string', format: 'date' }],
    ['LocalDate', { type: 'string', format: 'date' }],
    ['UUID', { type: 'string', format: 'uuid' }],
    ['uuid::Uuid', { type: 'string', format: 'uuid' }],
    ['byte[]', { type: 'string', format: 'byte' }],
    ['*os.File', { type: 'string', format: 'binary' }],
    ['Quantity', string],
    ['IntOrString', { type: ['integer', 'string'] }],
    ['object', {}],
    ['interface{}', {}],
    ['serde_json::Value', {}],
    ['bool, date, datetime, dict, float, int, list, str, none_type', {}],
    ['List', { type: 'array' }],
    ['Map', { type: 'object' }],
    // containers
    ['List<String>', list(string)],
    ['Set<String>', { type: 'array', items: string, uniqueItems: true }],
    ['Map<String, Map<String, String>>', map(map(string))],
    ['Pet[]', list(pet)],
    ['list[str]', list(string)],
    ['dict(str, Pet)', map(pet)],
    ['Dict[str, List[Dict[str, str]]]', map(list(map(string)))],
    ['[str]', list(string)],
    ['{str: (Pet,)}', map(pet)],
    ['{str: (bool, date, datetime, dict, float, int, list, str, none_type)}', { type: 'object' }],
    ['Array<Pet>', list(pet)],
    ['Hash<String, Array<Pet>>', map(list(pet))],
    ['string[]', list(string)],
    ['array<string,\\Ns\\Model\\Pet>', map(pet)],
    ['array<string,string[]>', map(list(string))],
    ['map[string,Pet]', map(pet)],
    ['[]map[string]int32', list(map(int32))],
    ['map[string][]Pet', map(list(pet))],
    ['Vec<models::Pet>', list(pet)],
    ['Vec<Vec<crate::models::Pet>>', list(list(pet))],
    ['std::collections::HashMap<String, models::Pet>', map(pet)],
    ['Array<{ [key: string]: Pet; }>', list(map(pet))],
    ['{ [key: string]: Array<string>; }', map(list(string))],
    ['Dictionary<string, List<Pet>>', map(list(pet))],
    ['kotlin.collections.List<kotlin.String>', list(string)],
    ['kotlin.collections.Map<kotlin.String, Pet>', map(pet)],
    ['[Pet]', list(pet)],
    ['{String: Pet}', map(pet)],
    ['[String: [Pet]]', map(list(pet))],
    ['ARRAY[Pet]', list(pet)],
    ['HASH[string,Pet]', map(pet)],
    ['BuiltList<String>', list(string)],
    ['array[character]', list(string)],
    ['map(character)', map(string)],
    ['Vector{Pet}', list(pet)],
    ['Dict{String, Pet}', map(pet)],
    ['NSArray<NSString*>*', list(string)],
    ['NSDictionary<NSString*, Pet>*', map(pet)],
    // wrappers
    ['Option<String>', { type: ['string', 'null'] }],
    ['int?', { type: ['integer', 'null'] }],
    ['string | null', { type: ['string', 'null'] }],
    ['str, none_type', { type: ['string', 'null'] }],
    ['NullableString', { type: ['string', 'null'] }],
    ['NullableTime', { type: ['string', 'null'], format: 'date-time' }],
    ['NullablePet', { anyOf: [pet, { type: 'null' }] }],
    ['[str], none_type', { type: ['array', 'null'], items: string }],
    ['Pointer to time.Time', moment],
    ['Pointer to []Pet', list(pet)],
    ['*Pet', pet],
    ['char \\*', string],
    ['Box<Pet>', pet],
    ['CompletableFuture<List<Pet>>', list(pet)],
    ['string | number', { anyOf: [string, { type: 'number' }] }],
    // names
    ['models::Pet', pet],
    ['\\Ns\\Client\\Model\\Pet', pet],
    ['io.acme.v1.Pet', { $ref: '#/$defs/io.acme.v1.Pet' }],
  ])('%s', (text, schema) => {
    const { unread, ...meaning } = meaningOf(text);
    expect(meaning.schema).toEqual(schema);
    expect(unread).toEqual([]);
  });

  it.each(['Map<String, Pet', 'a b c', '<>', ']]', '((', 'Page<Pet>', '["x"'])(
    '%j is none: it stays open, and it is said',
    (text) => {
      expect(meaningOf(text)).toMatchObject({ schema: {}, unread: [text] });
      expect(warningsOf(page(`**a** | **${text}** |  | `))).toEqual([
        `the type ${JSON.stringify(text)} of a is not understood: it stays open`,
      ]);
    },
  );

  it('nested without end, or very long, ends', () => {
    expect(meaningOf(`${'List<'.repeat(5000)}X${'>'.repeat(5000)}`).unread).toHaveLength(1);
    expect(meaningOf('['.repeat(100_000)).unread).toHaveLength(1);
    expect(meaningOf(`${'a|'.repeat(50_000)}b`).schema).toEqual({});
  });
});

describe('what is optional', () => {
  it.each(['Option<**String**>', '**string?**', 'Pointer to **string**'])('is not null besides: %s', (cell) => {
    expect(propertiesOf(`**a** | ${cell} |  | [optional]`)['a']).toEqual(string);
  });

  it('and required may be null in the languages that have a type for it', () => {
    expect(propertiesOf('**a** | Option<**String**> |  | ')['a']).toEqual({ type: ['string', 'null'] });
    expect(propertiesOf('**a** | **NullableString** |  | [optional]')['a']).toEqual({ type: ['string', 'null'] });
    expect(propertiesOf('**a** | Option<[**serde_json::Value**](.md)> |  | ')['a']).toEqual({});
  });
});

describe('a type cell', () => {
  it.each([
    ['[**Pet**](Pet.md)', pet],
    ['[**List&lt;Pet&gt;**](Pet.md)', list(pet)],
    ['Option<[**Vec<models::Pet>**](Pet.md)>', list(pet)],
    ['Pointer to [**[]Pet**](Pet.md)', list(pet)],
    ['[***Pet**](Pet.md)', pet],
    ['[pet_t](pet.md) \\*', { $ref: '#/$defs/pet_t' }],
    ['[**DateTime**](DateTime.md)', moment],
    ['[**Map**](Map.md)', { type: 'object' }],
    ['[**\\DateTime**](\\DateTime.md)', moment],
    ['string', string],
    ['**string | null**', { type: ['string', 'null'] }],
  ])('%s', (cell, schema) => {
    expect(propertiesOf(`**a** | ${cell} |  | [optional]`)['a']).toEqual(schema);
  });

  it('of Ruby has days where others have moments', () => {
    const ruby = page('**a** | **Date** |  | [optional]').replace('# X', '# Shop::X');
    expect(read(ruby).schema.properties?.['a']).toEqual({ type: 'string', format: 'date' });
    expect(propertiesOf('**a** | **Date** |  | [optional]')['a']).toEqual(moment);
  });
});
