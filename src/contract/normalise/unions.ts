import { ContractError } from '../contract-error';
import type { JsonSchema } from '../json-schema';
import type { Schema, UnionSchema } from '../schema';
import { annotationsOf } from './annotations';
import { isNever, type Lowering, NEVER, type Piece } from './lowering';
import { type Alternatives, limiting, type Part } from './parts';
import { commonTypes } from './types';

const KEYWORDS: readonly Alternatives[] = ['oneOf', 'anyOf'];
const DEFINITIONS = '#/$defs/';

interface Choice {
  readonly part: Part;
  readonly keyword: Alternatives;
}

/** The first alternatives that are not yet spread. */
export function firstChoice(parts: readonly Part[]): Choice | undefined {
  for (const part of parts)
    for (const keyword of KEYWORDS)
      if (part.json[keyword] !== undefined && !part.spread.includes(keyword)) return { part, keyword };
  return undefined;
}

function branchesOf({ part, keyword }: Choice): Piece[] {
  const branches = part.json[keyword] ?? [];
  if (branches.length === 0) throw new ContractError(`${keyword} is empty`, { where: part.where });
  return branches.map((json, index) => ({ json, where: `${part.where}/${keyword}/${index}` }));
}

/** Whether what stands beside alternatives limits them: a type that each of them has anyway does not. */
function limits(rest: readonly Part[], branches: readonly Piece[], lowering: Lowering): boolean {
  const others = limiting(rest);
  if (others.length === 0) return false;
  const isTypeAlone = others.every(({ json, spread }) =>
    Object.keys(json).every(
      (keyword) => keyword === 'type' || spread.includes(keyword as Alternatives) || isProse(keyword),
    ),
  );
  if (!isTypeAlone) return true;
  const allowed = commonTypes(others) ?? [];
  return !branches.every((branch) => {
    const types = commonTypes(lowering.partsOf(branch));
    return types?.every((type) => allowed.includes(type)) ?? false;
  });
}

const isProse = (keyword: string): boolean =>
  ['title', 'description', 'deprecated', 'examples', 'default', 'discriminator'].includes(keyword);

/** Alternatives as a union: what stands beside them holds in each branch. A branch that no value fits falls out. */
export function unionOf(parts: readonly Part[], choice: Choice, lowering: Lowering): Schema {
  const { part, keyword } = choice;
  const rest = parts.map((other) =>
    other === part ? { ...other, spread: [...other.spread, keyword], silent: true } : { ...other, silent: true },
  );
  const pieces = branchesOf(choice);
  const isLimited = limits(rest, pieces, lowering);
  const all = pieces.map((piece) =>
    isLimited ? lowering.lower([...rest, ...lowering.partsOf(piece)]) : lowering.together([piece]),
  );
  const kept = all.flatMap((branch, index) => (isNever(branch) ? [] : [index]));
  const branches = kept.map((index) => all[index] as Schema);
  if (branches.length === 0) return NEVER;
  if (branches.length === 1) return { ...(branches[0] as Schema), ...annotationsOf(parts) };
  const mode = keyword === 'oneOf' ? 'one' : 'any';
  return { kind: 'union', mode, branches, ...annotationsOf(parts), ...discriminatorOf(part.json, pieces, kept) };
}

/** From the values of the discriminator to the branches, by the mapping or by the models' names. */
function discriminatorOf(json: JsonSchema, pieces: readonly Piece[], kept: readonly number[]): Partial<UnionSchema> {
  const { discriminator } = json;
  if (discriminator === undefined) return {};
  const refs = pieces.map((piece) => (typeof piece.json === 'boolean' ? undefined : piece.json.$ref));
  const mapped = Object.entries(discriminator.mapping ?? {}).map(
    ([value, ref]) => [value, refs.findIndex((branch) => branch === ref || branch === DEFINITIONS + ref)] as const,
  );
  const implicit = refs.flatMap((ref, index) =>
    ref === undefined || mapped.some(([, other]) => other === index)
      ? []
      : [[ref.slice(DEFINITIONS.length), index] as const],
  );
  const known = [...mapped, ...implicit].flatMap(([value, index]) => {
    const position = kept.indexOf(index);
    return position < 0 ? [] : [[value, position] as const];
  });
  return { discriminator: { property: discriminator.propertyName, mapping: Object.fromEntries(known) } };
}
