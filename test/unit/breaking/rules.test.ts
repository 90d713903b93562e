import {
  BREAKING_RULES,
  type BreakingRule,
  CONTRACT_CHANGES,
  effectOf,
  SCHEMA_CHANGES,
  type SchemaChangeName,
} from '../../../src/breaking';
import { defineContract } from '../../../src/contract';
import type { Result } from '../../../src/result';
import { answering, exampleResults, findings } from './examples';

const named = BREAKING_RULES.map((rule) => [rule.id, rule] as const);
const given = new Map(BREAKING_RULES.map((rule) => [rule.id, exampleResults(rule)]));
const resultsOf = (id: string): readonly Result[] => given.get(id) ?? [];

describe('the example of', () => {
  it.each(named)('%s fires this rule alone', (id, rule) => {
    const results = resultsOf(id);
    expect(results.flatMap((result) => result.findings.map((finding) => finding.rule))).toEqual([id]);
    expect(results[0]?.findings[0]?.level).toBe(rule.level);
  });

  it.each(named.filter(([, { level, direction }]) => level === 'breaking' && direction !== 'contract'))(
    '%s has a witness',
    (id) => {
      expect(resultsOf(id)[0]?.details?.['payload']).toBeDefined();
    },
  );

  it.each(named)('%s is no change from itself to itself', (_id, { example }) => {
    for (const source of example.contracts)
      expect(findings(defineContract(source), defineContract(source))).toEqual([]);
  });
});

/** Levels that do not follow from what a change does, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'response-property-enum-value-added': 'a tolerant reader passes unknown values on, and most enums grow',
  'response-optional-property-removed': 'it allows nothing new, yet what was shown of it is gone',
  'request-property-removed': 'nothing is refused, yet what was asked for is not done',
  'response-property-format-annotation-changed': 'nothing can tell what an unknown format allows',
  'request-property-format-annotation-changed': 'nothing can tell what an unknown format allows',
  'response-property-discriminator-changed': 'it allows the same values, yet generated code chooses by it',
  'request-property-discriminator-changed': 'it allows the same values, yet generated code chooses by it',
};

/** What a rule's level would be if it only followed from what its changes do. */
function levelByEffect({ changes, direction }: BreakingRule): string {
  const effects = changes.map((change) => effectOf(change as SchemaChangeName));
  const harms = effects.map(({ widens, narrows }) => (direction === 'response' ? widens : narrows));
  if (harms.every((harm) => harm)) return 'breaking';
  return harms.some((harm) => harm) ? 'mixed' : 'compatible';
}

/** Asymmetries of a table of rules, as sentences; an exception that is not needed is one, too. */
function asymmetries(rules: readonly BreakingRule[], exceptions: Readonly<Record<string, string>>): string[] {
  const ofSchemas = rules.filter(({ direction }) => direction !== 'contract');
  const off = ofSchemas.filter((rule) => levelByEffect(rule) !== rule.level).map(({ id }) => id);
  const speakers = (direction: string, change: string): number =>
    rules.filter((rule) => rule.direction === direction && rule.changes.some((name) => name === change)).length;
  const wanted = [
    ...Object.keys(SCHEMA_CHANGES).flatMap((change) => [`response ${change}`, `request ${change}`]),
    ...CONTRACT_CHANGES.map((change) => `contract ${change}`),
  ];
  return [
    ...off.filter((id) => exceptions[id] === undefined).map((id) => `the level of ${id} does not follow`),
    ...Object.keys(exceptions)
      .filter((id) => !off.includes(id))
      .map((id) => `the exception for ${id} is stale`),
    ...wanted
      .filter((both) => speakers(...(both.split(' ') as [string, string])) !== 1)
      .map((both) => `${both} has not just one rule`),
  ];
}

describe('the table of rules is symmetric', () => {
  it('but for reasoned exceptions', () => {
    expect(asymmetries(BREAKING_RULES, EXCEPTIONS)).toEqual([]);
  });

  it('and the audit notices a lack, a wrong level and a stale exception', () => {
    const planted = BREAKING_RULES.filter(({ id }) => id !== 'request-property-became-nullable').map((rule) =>
      rule.id === 'response-property-became-optional' ? { ...rule, level: 'warning' as const } : rule,
    );
    expect(asymmetries(planted, { ...EXCEPTIONS, 'request-property-pattern-added': 'a planted reason' })).toEqual([
      'the level of response-property-became-optional does not follow',
      'the exception for request-property-pattern-added is stale',
      'request became-nullable has not just one rule',
    ]);
  });

  it('and has each id once', () => {
    expect(new Set(BREAKING_RULES.map(({ id }) => id)).size).toBe(BREAKING_RULES.length);
  });
});

it('the default answer stands for errors where a successful one stands beside it, else for success', () => {
  const answers = (...statuses: readonly string[]) => {
    const responses = Object.fromEntries(statuses.map((status) => [status, { schema: { type: 'object' } as const }]));
    return defineContract({
      version: 1,
      name: 'example',
      consumer: 'web',
      provider: 'users',
      models: {},
      operations: { readUser: { method: 'GET', path: '/user', responses } },
    });
  };
  const rules = (before: readonly string[], after: readonly string[]): string[] =>
    findings(answers(...before), answers(...after)).map(({ rule, level }) => `${level} ${rule}`);
  expect(rules(['200', 'default'], ['200', '404'])).toEqual(['warning response-non-success-status-removed']);
  expect(rules(['default'], ['200'])).toEqual(['breaking response-success-status-removed']);
});

describe('silent are', () => {
  const user = {
    type: 'object',
    properties: { name: { type: 'string' }, address: { $ref: '#/$defs/Address' } },
    required: ['name', 'address'],
  } as const;
  const address = { type: 'object', properties: { city: { type: 'string' } } } as const;

  it('order, descriptions and examples', () => {
    const before = answering(user, { Address: address });
    const after = answering(
      {
        type: 'object',
        description: 'A user.',
        required: ['address', 'name'],
        properties: {
          address: { $ref: '#/$defs/Address' },
          name: { type: 'string', description: 'The name.', examples: ['Ada'] },
        },
      },
      { Address: { ...address, deprecated: true } },
    );
    expect(findings(before, after)).toEqual([]);
  });

  it('another name of a model, and a model that is written in place', () => {
    const before = answering(user, { Address: address });
    const renamed = { ...user, properties: { ...user.properties, address: { $ref: '#/$defs/Place' } } };
    const inPlace = { ...user, properties: { ...user.properties, address } };
    expect(findings(before, answering(renamed, { Place: address }))).toEqual([]);
    expect(findings(before, answering(inPlace))).toEqual([]);
  });
});

describe('a change is found', () => {
  it('three models down, at its pointer', () => {
    const models = (code: object) => ({
      Company: { type: 'object', properties: { offices: { type: 'array', items: { $ref: '#/$defs/Office' } } } },
      Office: { type: 'object', properties: { country: { $ref: '#/$defs/Country' } } },
      Country: { type: 'object', properties: { code: { type: 'string', ...code } }, required: ['code'] },
    });
    const body = { type: 'object', properties: { company: { $ref: '#/$defs/Company' } } } as const;
    const [finding] = findings(
      answering(body, models({ maxLength: 2 }) as never),
      answering(body, models({ maxLength: 3 }) as never),
    );
    expect(finding).toMatchObject({
      rule: 'response-property-max-length-increased',
      pointer: '/company/offices/[]/country/code',
    });
  });

  it('in a recursive model, once', () => {
    const tree = (value: object) =>
      answering({ $ref: '#/$defs/Tree' }, {
        Tree: {
          type: 'object',
          properties: { value, children: { type: 'array', items: { $ref: '#/$defs/Tree' } } },
          required: ['value'],
        },
      } as never);
    const found = findings(tree({ type: 'integer' }), tree({ type: 'string' }));
    expect(found.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual(['response-property-type-changed /value']);
  });
});
