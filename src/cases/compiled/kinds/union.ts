import {
  ContractError,
  equalJson,
  type JsonValue,
  type Schema,
  stringifyJson,
  type UnionSchema,
} from '../../../contract';
import type { Compiled, Compiler, Drawn, Searched } from '../compiled';
import { ORDINARY, Source } from '../source';
import { areApart } from './json-types';
import { once, printed } from './leaf';

interface Branch extends Compiled {
  readonly schema: Schema;
  readonly height: number;
}

/** Null is one value: other branches are drawn more often. */
const weightOf = ({ schema }: Branch): number => (schema.kind === 'null' ? 1 : 3);

const MOST_TRIED = 48;

/**
 * Values of each branch; of exactly one of them, where the schema wants that.
 * @throws ContractError where no value is of exactly one branch.
 */
export function compileUnion(schema: UnionSchema, compiler: Compiler): Compiled {
  const branches = schema.branches
    .map((branch): Branch => ({ schema: branch, height: compiler.heightOf(branch), ...compiler.compile(branch) }))
    .filter(({ height }) => height < Infinity);
  const least = Math.min(...branches.map(({ height }) => height));
  const weighted = branches.flatMap((branch) => Array.from({ length: weightOf(branch) }, () => branch));
  const shortest = branches.filter(({ height }) => height === least);
  const pick = (source: Source): Drawn => {
    const from = source.isSpent() ? shortest : weighted;
    return from[source.below(from.length)] as Drawn;
  };
  const plain: Drawn = {
    draw: (source) => pick(source).draw(source),
    write: (source) => pick(source).write(source),
  };
  const isFree = schema.mode === 'any' || areApart(schema.branches, compiler.definitions);
  const drawn = isFree ? plain : ofExactlyOne(schema, plain, compiler);
  return { ...drawn, ...unionSearch(schema, branches, shortest, drawn, compiler) };
}

/** The simplest of the branches that end soonest; a value is made simpler as one of its own branch. */
function unionSearch(
  schema: UnionSchema,
  branches: readonly Branch[],
  shortest: readonly Branch[],
  drawn: Drawn,
  { making }: Compiler,
): Searched {
  const simplest = once(() => {
    const values = shortest.map((branch) => branch.simplest()).filter((value) => making.allows(schema, value));
    if (values.length === 0) return making.typical(schema, 0) ?? drawn.draw(new Source().begin(0, 0, ORDINARY));
    return values.reduce((left, right) => (sizeOf(right) < sizeOf(left) ? right : left));
  });
  return {
    simplest,
    steps: function* (value, from) {
      const branch = branches.find((one) => making.allows(one.schema, value));
      if (branch === undefined) return;
      const own = branch.simplest();
      const isOpen = from.stage === 0 && !equalJson(own, simplest()) && !equalJson(own, value);
      if (isOpen && making.allows(schema, own)) yield { value: own, next: { stage: 1 } };
      for (const { value: found, next } of branch.steps(value, from.inner ?? { stage: 0 }))
        yield { value: found, next: { stage: 1, inner: next } };
    },
  };
}

/** By the number of values in it, then by the length of its text. */
const sizeOf = (value: JsonValue): number => {
  const text = stringifyJson(value);
  return (text.match(/[[{,]/g)?.length ?? 0) * text.length + text.length;
};

function ofExactlyOne(schema: UnionSchema, { draw }: Drawn, { making }: Compiler): Drawn {
  const instead = making.typical(schema, 0);
  return printed((source) => {
    for (let left = MOST_TRIED; left > 0; left -= 1) {
      const value = draw(source);
      if (making.allows(schema, value)) return value;
    }
    if (instead !== undefined) return instead;
    throw new ContractError('no value was found that is of exactly one branch of a oneOf', {
      next: 'Make its branches differ, or use anyOf.',
    });
  });
}
