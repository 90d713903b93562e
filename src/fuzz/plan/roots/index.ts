import { type Case, type Model, type Rule, resolve } from '../../../contract';
import { type MutantMaker, objectMutants } from '../mutants';
import { hasValidBody } from '../valid-body';
import { branchesOf, branchMaker, branchPool } from './branches';
import { type Collection, collectionMaker, piecePool } from './collection';
import { listOf, mapOf } from './collections';
import { wholesMaker } from './wholes';

/** Of what stands in lists and maps, every so many-th mutant is one as a whole: also what is no object among objects. */
const WHOLE_EVERY = 4;

function inCollection(inner: Model, collection: Collection, pool: readonly Case[], seed: number) {
  const plain = pool.find(hasValidBody);
  const fallback = wholesMaker(pool, seed);
  if (plain === undefined || fallback === undefined) return undefined;
  const cases = piecePool(pool, collection);
  const [joined, wholes] = [mutantMaker(inner, [], cases, seed), wholesMaker(cases, seed)];
  if (joined === undefined || wholes === undefined) return fallback;
  const pieces: MutantMaker = (count) => (count % WHOLE_EVERY === 0 ? wholes(count) : joined(count));
  return collectionMaker(plain, collection, { pieces, fallback, seed });
}

/** Mutants of what is no object, by its kind. */
function withinRoot({ schema, definitions }: Model, pool: readonly Case[], seed: number): MutantMaker | undefined {
  const root = resolve(schema, definitions);
  if (root.kind === 'array') return inCollection({ schema: root.items, definitions }, listOf(root), pool, seed);
  if (root.kind === 'map') return inCollection({ schema: root.values, definitions }, mapOf(root, pool), pool, seed);
  const branches = root.kind === 'union' ? branchesOf(root, definitions) : undefined;
  const makers = (branches ?? []).flatMap((branch) => {
    const maker = mutantMaker({ schema: branch.schema, definitions }, [], branchPool(pool, branch), seed);
    return maker === undefined ? [] : [[branch, maker] as const];
  });
  return branchMaker(makers);
}

/**
 * Makes cases that join what single cases are about, the same for the same seed: objects of the members of many, lists
 * and maps of such objects, the branches of a union in turn, and of what cannot be taken apart other spellings. Bodies
 * that were spoiled on their way are among them. `undefined` where the pool has no valid case.
 */
export function mutantMaker(
  model: Model,
  rules: readonly Rule[],
  pool: readonly Case[],
  seed: number,
): MutantMaker | undefined {
  if (!pool.some(hasValidBody)) return undefined;
  const joined = objectMutants(model, rules, pool, seed);
  if (joined !== undefined) return joined;
  // What a rule relates must stay together.
  return (rules.length === 0 ? withinRoot(model, pool, seed) : undefined) ?? wholesMaker(pool, seed);
}
