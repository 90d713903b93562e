import type { Direction } from '../../contract';
import type { ContractChangeName, SchemaChangeName } from './change';
import type { Effect } from './effect';
import { inBody } from './example';
import type { ContractRow, DiffLevel, SchemaRow, SideOfRow } from './row';
import type { BreakingRule } from './rule';
import { CONTRACT_ROWS, SCHEMA_ROWS } from './table';

/** Why a change that does not harm a side is compatible. */
const HARMLESS: Readonly<Record<Direction, string>> = {
  response: 'All that comes now could come before.',
  request: 'All that was sent before may still be sent.',
};

const levelBy = ({ widens, narrows }: Effect, of: Direction): DiffLevel =>
  (of === 'response' ? widens : narrows) ? 'breaking' : 'compatible';

const fill =
  (sentence: string): BreakingRule['says'] =>
  (change) =>
    sentence.replace(/\{(before|after|subject)\}/g, (_, part: 'before' | 'after' | 'subject') => change[part] ?? '');

const SCHEMAS = Object.entries(SCHEMA_ROWS) as [SchemaChangeName, SchemaRow][];

/** Which change's row a rule is written in. */
function spokenFor(row: SchemaRow, name: SchemaChangeName, of: Direction): string {
  const side = row[of];
  return typeof side === 'object' && 'as' in side ? side.as : name;
}

const sideOf = (side: SchemaRow['response']): SideOfRow =>
  typeof side === 'string' ? { because: side } : side === undefined || 'as' in side ? {} : side;

function ruleOfRow(name: SchemaChangeName, row: SchemaRow, of: Direction): BreakingRule {
  const side = { ...row, ...sideOf(row[of]) };
  const told = SCHEMAS.filter(([other, its]) => spokenFor(its, other, of) === name);
  const { policy, says, example } = side;
  if (says === undefined || example === undefined) throw new Error(`the row of ${name} is not whole`);
  return {
    id: side.id ?? `${of}-property-${name}`,
    changes: told.map(([other]) => other),
    direction: of,
    of,
    effects: told.map(([, its]) => its.effect),
    level: side.level ?? levelBy(row.effect, of),
    ...(policy === undefined ? {} : { policy }),
    says: fill(says),
    because: policy ?? side.because ?? HARMLESS[of],
    ...(side.instead === undefined ? {} : { instead: side.instead }),
    example: inBody(of, example),
  };
}

/** The rules of what goes one way, in the order of the rows. */
export const schemaRules = (of: Direction): BreakingRule[] =>
  SCHEMAS.filter(([name, row]) => spokenFor(row, name, of) === name).map(([name, row]) => ruleOfRow(name, row, of));

function ruleOfContractRow(name: ContractChangeName, row: ContractRow): BreakingRule {
  const { of, effect, policy, example, says } = row;
  return {
    id: row.id ?? name,
    changes: [name],
    direction: 'contract',
    of,
    effects: [effect],
    level: row.level ?? levelBy(effect, of),
    ...(policy === undefined ? {} : { policy }),
    says: fill(says),
    because: policy ?? row.because ?? HARMLESS[of],
    ...(row.instead === undefined ? {} : { instead: row.instead }),
    example,
  };
}

/** The rules of all else of a contract. */
export const contractRules = (): BreakingRule[] =>
  (Object.entries(CONTRACT_ROWS) as [ContractChangeName, ContractRow][]).map(([name, row]) =>
    ruleOfContractRow(name, row),
  );
