import fc from 'fast-check';
import { diffTools } from '../../src/app/diff/tools';
import {
  BREAKING_RULES,
  CONTRACT_ROWS,
  diffContracts,
  effectOf,
  SCHEMA_ROWS,
  type SchemaChangeName,
} from '../../src/breaking';
import { drawsOf } from '../../src/cases';
import { type Contract, type JsonValue, type Model, parseJson, stringifyJson, unlessRefused } from '../../src/contract';
import type { Result } from '../../src/result';
import { changedModels } from './mutation-arbitrary';
import { contractOf, modelArbitrary } from './schema-arbitrary';

const asRequest = (contract: Contract): Contract => ({
  ...contract,
  operations: contract.operations.map((operation) => ({
    ...operation,
    request: {
      mediaType: 'application/json',
      required: true,
      schema: operation.responses[0]?.schema ?? { kind: 'any' },
    },
    responses: [],
  })),
});

const diff = (before: Contract, after: Contract): readonly Result[] =>
  diffContracts(before, after, { tools: diffTools(after), failOn: 'breaking', ignores: [], today: '2026-01-01' })
    .results;

const rules = new Map(BREAKING_RULES.map((rule) => [rule.id, rule]));

/** Whether a finding says that somebody is broken. */
const isHarm = (id: string, direction: 'response' | 'request'): boolean =>
  (rules.get(id)?.changes ?? []).some((change) => {
    const { widens, narrows } = effectOf(change as SchemaChangeName);
    return direction === 'response' ? widens : narrows;
  });

/** How many pairs are compared, and how many payloads of each are drawn at random beside all classes of all sites. */
const RUNS = Number(process.env['RUNS'] ?? 16);
const DRAWS = Number(process.env['DRAWS'] ?? 100);
/** Which pairs: more of them, or others, are for the command of decision 0190. */
const SEED = Number(process.env['SEED'] ?? 41);

/** Payloads drawn at random; none where none can be made, as of branches that overlap. */
function drawn(model: Model): readonly JsonValue[] {
  const values: JsonValue[] = [];
  const draw = (): void => {
    for (const value of drawsOf(model, 7)) if (values.push(value) === DRAWS) return;
  };
  unlessRefused(draw, () => undefined);
  return values;
}

/** A payload that the wider model allows and the narrower one refuses. */
function sample(narrower: Model, wider: Model): JsonValue | undefined {
  const tools = diffTools(contractOf(wider));
  for (const payloads of [tools.payloads(wider), drawn(wider)])
    for (const value of payloads) if (tools.accepts(wider, value) && !tools.accepts(narrower, value)) return value;
  return undefined;
}

/** Whether a payload is what a witness must be. */
function isWitness(text: string, narrower: Model, wider: Model): boolean {
  const { accepts } = diffTools(contractOf(wider));
  return accepts(wider, parseJson(text)) && !accepts(narrower, parseJson(text));
}

function disagreement(before: Model, after: Model, direction: 'response' | 'request'): string | undefined {
  const [old, now] = [contractOf(before), contractOf(after)];
  const results = direction === 'response' ? diff(old, now) : diff(asRequest(old), asRequest(now));
  const harms = results.filter(({ findings }) => findings.some(({ rule }) => isHarm(rule, direction)));
  const [narrower, wider] = direction === 'response' ? [before, after] : [after, before];
  const witness = sample(narrower, wider);
  if (witness !== undefined && harms.length === 0) return `silent about ${stringifyJson(witness)}`;
  const breaking = harms.filter(({ findings }) => findings.some(({ level }) => level === 'breaking'));
  const unseen = breaking.find(({ details }) => details?.['payload'] === undefined);
  if (unseen !== undefined) return `no witness for ${unseen.id}`;
  const isShown = harms.some(({ details }) => details?.['payload'] !== undefined);
  if (witness !== undefined && !isShown) return `finds none, and sampling does: ${stringifyJson(witness)}`;
  const wrong = breaking.find(({ details }) => !isWitness(details?.['payload'] ?? '', narrower, wider));
  return wrong === undefined ? undefined : `the witness of ${wrong.id} is none: ${wrong.details?.['payload']}`;
}

const REVERSES = new Map(
  Object.entries({ ...SCHEMA_ROWS, ...CONTRACT_ROWS }).map(([name, row]) => [
    name,
    'reverse' in row ? [row.reverse].flat() : [name],
  ]),
);

/** What only payloads show is found from either side by itself. */
const isStructural = (name: string): boolean => !name.startsWith('payload-');

const changesIn = (results: readonly Result[]): string[] =>
  results.flatMap(({ findings }) => findings.flatMap(({ rule }) => rules.get(rule)?.changes ?? []));

/** A change that the comparison the other way round does not name. */
function oneWay(forwards: readonly Result[], backwards: readonly Result[]): string | undefined {
  const back = new Set<string>(changesIn(backwards));
  const findings = forwards.flatMap((result) => result.findings);
  const alone = findings.find(({ rule }) => {
    const names = (rules.get(rule)?.changes ?? []).filter(isStructural);
    return names.length > 0 && !names.some((name) => REVERSES.get(name)?.some((one) => back.has(one)));
  });
  return alone?.rule;
}

/** A model that only a value without an end could be of, such as a tree that needs a tree, has none. */
function hasValues(model: Model): boolean {
  const { accepts, payloads } = diffTools(contractOf(model));
  return [...payloads(model)].some((value) => accepts(model, value));
}

describe.each(['response', 'request'] as const)('of a %s, what breaks', (direction) => {
  it('is what a payload shows', () => {
    const law = fc.property(changedModels, ([before, after]) => {
      fc.pre(hasValues(before) && hasValues(after));
      expect(disagreement(before, after, direction)).toBeUndefined();
    });
    fc.assert(law, { seed: SEED, numRuns: RUNS });
  });
});

describe('the other way round', () => {
  it('the same changes are named', () => {
    const law = fc.property(changedModels, ([before, after]) => {
      const [old, now] = [contractOf(before), contractOf(after)];
      expect(oneWay(diff(old, now), diff(now, old))).toBeUndefined();
    });
    fc.assert(law, { seed: SEED, numRuns: RUNS });
  });
});

describe('a model', () => {
  it('compared with itself is no change', () => {
    const law = fc.property(modelArbitrary, (model) => {
      expect(diff(contractOf(model), contractOf(structuredClone(model))).flatMap(({ findings }) => findings)).toEqual(
        [],
      );
    });
    fc.assert(law, { seed: 12, numRuns: 100 });
  });
});
