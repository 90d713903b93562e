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
import { contractOf } from './schema-arbitrary';

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

/** What a diff says of two contracts. */
export const diff = (before: Contract, after: Contract): readonly Result[] =>
  diffContracts(before, after, { tools: diffTools(after), failOn: 'breaking', ignores: [], today: '2026-01-01' })
    .results;

const rules = new Map(BREAKING_RULES.map((rule) => [rule.id, rule]));

/** Whether a finding says that somebody is broken. */
const isHarm = (id: string, direction: 'response' | 'request'): boolean =>
  (rules.get(id)?.changes ?? []).some((change) => {
    const { widens, narrows } = effectOf(change as SchemaChangeName);
    return direction === 'response' ? widens : narrows;
  });

/** How many payloads of each side are drawn at random beside all classes of all sites. */
const DRAWS = Number(process.env['DRAWS'] ?? 100);

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

/** How the verdict of a diff is contradicted by payloads of either side, in words. */
export function disagreement(before: Model, after: Model, direction: 'response' | 'request'): string | undefined {
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
export function oneWay(forwards: readonly Result[], backwards: readonly Result[]): string | undefined {
  const back = new Set<string>(changesIn(backwards));
  const findings = forwards.flatMap((result) => result.findings);
  const alone = findings.find(({ rule }) => {
    const names = (rules.get(rule)?.changes ?? []).filter(isStructural);
    return names.length > 0 && !names.some((name) => REVERSES.get(name)?.some((one) => back.has(one)));
  });
  return alone?.rule;
}
