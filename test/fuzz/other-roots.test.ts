import { bodyBytes, generalPointer, type JsonValue } from '../../src/contract';
import { fuzz, type ParseFunction } from '../../src/fuzz';
import { Plan } from '../../src/fuzz/plan';
import { correct, optionsFor } from './any-root';
import { told } from './conformance/subjects';

const CARD = {
  type: 'object',
  properties: { kind: { const: 'card' }, last4: { type: 'string', pattern: '^[0-9]{4}$' }, note: { type: 'string' } },
  required: ['kind', 'last4'],
} as const;
const INVOICE = {
  type: 'object',
  properties: { kind: { const: 'invoice' }, due: { type: 'string', format: 'date-time' }, cents: { type: 'integer' } },
  required: ['kind', 'due'],
} as const;
const SCORE = {
  type: 'object',
  properties: { name: { type: 'string' }, points: { type: 'integer', format: 'int64' }, won: { type: 'boolean' } },
  required: ['name'],
} as const;

/** Answers that are no object with members of its own. */
const ROOTS: Readonly<Record<string, unknown>> = {
  'a list of objects': { type: 'array', items: SCORE, minItems: 1, maxItems: 20 },
  'a list of different texts': { type: 'array', items: { type: 'string', maxLength: 9 }, uniqueItems: true },
  'a list of lists': { type: 'array', items: { type: 'array', items: { type: 'integer' } } },
  'a map of numbers': { type: 'object', additionalProperties: { type: 'integer', format: 'int64' } },
  'a map with few keys': {
    type: 'object',
    additionalProperties: SCORE,
    propertyNames: { pattern: '^[a-z]+$' },
    minProperties: 1,
    maxProperties: 3,
  },
  'objects of two kinds': { oneOf: [CARD, INVOICE] },
  'an object or null': { oneOf: [SCORE, { type: 'null' }] },
  'a text or a number': { anyOf: [{ type: 'string' }, { type: 'integer' }] },
  'objects that overlap': { anyOf: [SCORE, { type: 'object', properties: { name: { type: 'string' } } }] },
  'an object of few members': { ...SCORE, minProperties: 1, maxProperties: 2 },
  'an integer': { type: 'integer', format: 'int64' },
  'a text': { type: 'string', minLength: 2 },
  'one of some texts': { enum: ['on', 'off'] },
};

const roots = Object.entries(ROOTS).map(([name, schema]) => [name, schema] as const);

describe.each(roots)('mutants of %s', (_name, schema) => {
  const { response, rules, cases, judge, seed } = optionsFor(schema);
  const { model } = response;
  const plan = new Plan({ model, rules, pool: [...cases], seed });
  const made = Array.from({ length: 400 }, (_, index) => plan.at((plan.numberOf('mutant 1') as number) + index));
  const firm = made.map(({ testCase }) => testCase).filter(({ verdict }) => verdict !== 'either');

  it('are as valid as they are said to be, and the place is where it is wrong', () => {
    const wrong = firm.filter((one) => {
      const findings = judge(bodyBytes(one));
      if (one.verdict === 'accept') return findings.length > 0;
      const pointers = findings.map(({ pointer }) => generalPointer(model, pointer));
      return !pointers.some((pointer) => generalPointer(model, one.pointer ?? '').startsWith(pointer));
    });
    expect(wrong.map(({ id, verdict, pointer, body }) => ({ id, verdict, pointer, body }))).toEqual([]);
    expect(new Set(firm.map(({ verdict }) => verdict))).toEqual(new Set(['accept', 'reject']));
  });

  it('are many different ones', () => {
    expect(new Set(made.map(({ testCase }) => testCase.body)).size).toBeGreaterThan(100);
  });

  it('are the same whatever was asked for before', () => {
    const other = new Plan({ model, rules, pool: [...cases], seed });
    const backwards = made.toReversed().map(({ testCase: { id } }) => other.at(other.numberOf(id) as number));
    expect(backwards.reverse().map(({ testCase }) => testCase)).toEqual(made.map(({ testCase }) => testCase));
  });
});

/** What parsers of each root get wrong, which no single class shows: where several things come together. */
const MISTAKES: readonly (readonly [root: string, name: string, rule: RegExp, spoil: (value: never) => unknown])[] = [
  [
    'a list of objects',
    'sorts',
    /wrong-value/,
    (list: { name: string }[]) => list.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  ],
  ['a list of objects', 'loses what comes after the fifth', /lost-field/, (list: unknown[]) => list.slice(0, 5)],
  [
    'a list of objects',
    'keeps one of each name',
    /lost-field|wrong-value/,
    (list: { name: string }[]) =>
      list.filter(({ name }, index) => list.findIndex((one) => one.name === name) === index),
  ],
  [
    'a list of objects',
    'has one default for all',
    /invented-field/,
    (list: { won?: boolean }[]) =>
      list.map((one) => ({ ...one, won: one.won ?? list.find(({ won }) => won !== undefined)?.won })),
  ],
  [
    'a list of objects',
    'reads points of winners only',
    /lost-field/,
    (list: { won?: boolean; points?: bigint }[]) =>
      list.map(({ points, ...one }) => (one.won === false ? one : { ...one, points })),
  ],
  ['a list of different texts', 'keeps three', /lost-field/, (list: string[]) => list.slice(0, 3)],
  ['a list of lists', 'flattens', /wrong-value/, (list: unknown[][]) => (list.length > 2 ? list.flat() : list)],
  ['a map of numbers', 'keeps two', /lost-field/, (map: object) => Object.fromEntries(Object.entries(map).slice(0, 2))],
  [
    'objects of two kinds',
    'forgets the cents of what has none due',
    /lost-field/,
    (one: { kind: string; due: string; cents?: unknown }) =>
      one.kind === 'invoice' && one.due.includes('.') ? { ...one, cents: undefined } : one,
  ],
  [
    'an object or null',
    'takes zero points of losers for none',
    /lost-field/,
    (one: { won?: boolean; points?: number } | null) =>
      one?.points === 0 && one.won === false ? { ...one, points: undefined } : one,
  ],
  ['an integer', 'rounds', /inexact-integer/, (value: bigint) => Number(value)],
  ['a text', 'trims', /wrong-value/, (text: string) => text.trim()],
];

describe('a parser', () => {
  it.each(roots)('of %s that is correct gives no finding', async (_name, schema) => {
    const options = optionsFor(schema);
    expect(
      told(await fuzz({ ...options, parser: { kind: 'loaded', exported: correct(options) }, runs: 1200 })),
    ).toEqual([]);
  });

  it.each(MISTAKES)('of %s that %s is noticed', async (root, _name, rule, spoil) => {
    const options = optionsFor(ROOTS[root]);
    const parse = correct(options);
    const exported: ParseFunction = (body, response) => spoil(parse(body, response) as JsonValue as never);
    const lines = told(await fuzz({ ...options, parser: { kind: 'loaded', exported } }));
    expect(lines.join('\n')).toMatch(rule);
  });
});
