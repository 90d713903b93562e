import { BREAKING_RULES, type BreakingRule, CONTRACT_ROWS, SCHEMA_ROWS } from '../../../src/breaking';
import { type Contract, defineContract, type JsonSchema } from '../../../src/contract';
import type { Finding, Result } from '../../../src/result';
import { answering, exampleResults, findings } from './examples';

const named = BREAKING_RULES.map((rule) => [rule.id, rule] as const);
const given = new Map(BREAKING_RULES.map((rule) => [rule.id, exampleResults(rule)]));
const resultsOf = (id: string): readonly Result[] => given.get(id) ?? [];

type Effects = Pick<BreakingRule['effects'][number], 'widens' | 'narrows'>;

interface Row {
  readonly effect: Effects;
  readonly reverse?: string | readonly string[];
}
type Rows = Readonly<Record<string, Row>>;

const ROWS: Rows = { ...SCHEMA_ROWS, ...CONTRACT_ROWS };

const reversesOf = (name: string, rows: Rows): readonly string[] => [rows[name]?.reverse ?? name].flat();

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

  it.each(named)('%s goes through the reverse the other way round', (_id, rule) => {
    const [before, after] = rule.example.contracts;
    const back = findings(defineContract(after), defineContract(before)).map((finding) => finding.rule);
    const reverses = rule.changes.flatMap((name) => reversesOf(name, ROWS));
    const possible = BREAKING_RULES.filter(
      ({ changes, direction }) => direction === rule.direction && changes.some((name) => reverses.includes(name)),
    );
    expect(possible.map(({ id }) => id)).toEqual(expect.arrayContaining(back));
    expect(back).toHaveLength(1);
  });

  it.each(named)('%s is no change from itself to itself', (_id, { example }) => {
    for (const source of example.contracts)
      expect(findings(defineContract(source), defineContract(source))).toEqual([]);
  });
});

/** What a rule's level would be if it only followed from what its changes do to those it is about. */
function levelByEffect({ effects, of }: BreakingRule): string {
  const harms = effects.map(({ widens, narrows }: Effects) => (of === 'response' ? widens : narrows));
  if (harms.every((harm) => harm)) return 'breaking';
  return harms.some((harm) => harm) ? 'mixed' : 'compatible';
}

/** Rules whose level does not follow from their changes, or that give a reason for a level that does. */
function unreasonedLevels(rules: readonly BreakingRule[]): string[] {
  return rules.flatMap((rule) => {
    const follows = levelByEffect(rule) === rule.level;
    if (follows && rule.policy !== undefined) return [`the policy of ${rule.id} is stale: its level follows`];
    return follows || rule.policy !== undefined ? [] : [`the level of ${rule.id} does not follow`];
  });
}

function rulesMissing(rules: readonly BreakingRule[]): string[] {
  const speakers = (direction: string, change: string): number =>
    rules.filter((rule) => rule.direction === direction && rule.changes.some((name) => name === change)).length;
  const wanted = [
    ...Object.keys(SCHEMA_ROWS).flatMap((change) => [`response ${change}`, `request ${change}`]),
    ...Object.keys(CONTRACT_ROWS).map((change) => `contract ${change}`),
  ];
  return wanted
    .filter((both) => speakers(...(both.split(' ') as [string, string])) !== 1)
    .map((both) => `${both} has not just one rule`);
}

/** Changes that are not each other's reverse, or whose effects are not. */
function asymmetries(rows: Rows): string[] {
  return Object.keys(rows).flatMap((name) =>
    reversesOf(name, rows)
      .filter((other) => !reversesOf(other, rows).includes(name))
      .map((other) => `${name} is the reverse of ${other}, which does not say so`),
  );
}

/** Changes of schemas that widen what their reverse does not narrow. */
function unevenEffects(rows: Rows): string[] {
  return Object.entries(rows).flatMap(([name, { effect }]) =>
    reversesOf(name, rows)
      .filter((other) => effect.widens !== rows[other]?.effect.narrows)
      .map((other) => `${name} and ${other} have effects that are not the reverse of each other`),
  );
}

describe('the table of rules is symmetric', () => {
  it('each change has one rule each way, and each level follows or has its reason', () => {
    expect(rulesMissing(BREAKING_RULES)).toEqual([]);
    expect(unreasonedLevels(BREAKING_RULES)).toEqual([]);
  });

  it('each change has its reverse', () => {
    expect(asymmetries(ROWS)).toEqual([]);
    expect(unevenEffects(SCHEMA_ROWS)).toEqual([]);
  });

  it('and the audit notices a lack, a wrong level, a stale reason, and a reverse that is none', () => {
    const planted = BREAKING_RULES.filter(({ id }) => id !== 'request-property-became-nullable').map((rule) => {
      if (rule.id === 'response-property-became-optional') return { ...rule, level: 'warning' as const };
      return rule.id === 'request-property-pattern-added' ? { ...rule, policy: 'A planted reason.' } : rule;
    });
    expect(rulesMissing(planted)).toEqual(['request became-nullable has not just one rule']);
    expect(unreasonedLevels(planted)).toEqual([
      'the level of response-property-became-optional does not follow',
      'the policy of request-property-pattern-added is stale: its level follows',
    ]);
    const rows = {
      ...SCHEMA_ROWS,
      'became-nullable': { ...SCHEMA_ROWS['became-nullable'], reverse: 'became-optional' },
    };
    expect(asymmetries(rows)).toEqual([
      'became-nullable is the reverse of became-optional, which does not say so',
      'became-not-nullable is the reverse of became-nullable, which does not say so',
    ]);
    expect(unevenEffects(rows)).toEqual([
      'became-nullable and became-optional have effects that are not the reverse of each other',
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
      { Address: { ...address, description: 'Where to find them.' } },
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

  it('that a model announces, once for all that refer to it', () => {
    const both = {
      type: 'object',
      properties: { home: { $ref: '#/$defs/Address' }, work: { $ref: '#/$defs/Address' } },
    };
    const address = { type: 'object', properties: { city: { type: 'string' } } } as const;
    const [before, after] = [{}, { deprecated: true }].map((end) =>
      answering(both as JsonSchema, { Address: { ...address, ...end } }),
    ) as [Contract, Contract];
    const told = (found: readonly Finding[]): string[] => found.map(({ level, message }) => `${level}: ${message}`);
    expect(told(findings(before, after))).toEqual([
      'compatible: in 2 places: /home in the 200 answer of readUser is now deprecated',
    ]);
    expect(findings(after, before)).toMatchObject([{ rule: 'response-property-reactivated' }]);
  });

  it('of an object that is written twice in the same words, once', () => {
    const twice = (city: JsonSchema): Contract => {
      const address = (): JsonSchema => ({ type: 'object', properties: { city } });
      return answering({ type: 'object', properties: { home: address(), work: address() } });
    };
    expect(findings(twice({ type: 'string' }), twice({ type: 'integer' }))).toMatchObject([
      { message: 'in 2 places: /home/city in the 200 answer of readUser is now an integer, and was a string' },
    ]);
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
