import type { ArraySchema, Case, MapSchema } from '../../../contract';
import type { Random } from '../../../random';
import { readTextTree } from '../../text-tree';
import { hasValidBody } from '../valid-body';
import type { Collection } from './collection';

/** A list: its pieces are numbered. */
export const listOf = ({ minItems = 0, maxItems = Infinity, uniqueItems = false }: ArraySchema): Collection => ({
  mark: '[]',
  least: minItems,
  most: maxItems,
  isUnique: uniqueItems,
  piecesOf: (tree) =>
    tree.kind === 'array' ? tree.items.map((node, index) => ({ segment: String(index), node })) : [],
  segments: (count) => Array.from({ length: count }, (_, index) => String(index)),
  write: (_segments, bodies) => `[${bodies.join(',')}]`,
});

/** The keys that stand in valid bodies. */
function keysIn(pool: readonly Case[]): string[] {
  const names = pool
    .filter(hasValidBody)
    .map(({ body }) => readTextTree(body))
    .flatMap((tree) => (tree?.kind === 'object' ? tree.members.map(({ name }) => name) : []));
  return [...new Set(names)].filter((name) => name.length <= 64);
}

function drawn(names: readonly string[], count: number, random: Random): string[] {
  const found = new Set<string>();
  for (let tries = 0; names.length > 0 && tries < count * 4 && found.size < count; tries += 1)
    found.add(random.pick(names));
  return [...found];
}

/** A map: its pieces have keys that stood in valid bodies of the pool. */
export function mapOf({ minProperties = 0, maxProperties = Infinity }: MapSchema, pool: readonly Case[]): Collection {
  const names = keysIn(pool);
  return {
    mark: '{}',
    least: minProperties,
    most: maxProperties,
    isUnique: false,
    piecesOf: (tree) =>
      tree.kind === 'object' ? tree.members.map(({ name, value }) => ({ segment: name, node: value })) : [],
    segments: (count, random) => drawn(names, count, random),
    write: (segments, bodies) =>
      `{${segments.map((name, index) => `${JSON.stringify(name)}:${bodies[index]}`).join(',')}}`,
  };
}
