import { type Definitions, type Model, type Schema, sitesOf, type UnionSchema } from '../../contract';

/** A site in which branches of unions are not told apart. */
export const withoutBranches = (site: string): string => site.replace(/\/\|\d+(?=\/|$)/g, '');

/** A union of which a value may be of one branch only, and where it stands. */
export interface Choice {
  readonly pointer: string;
  readonly schema: UnionSchema;
  readonly definitions: Definitions;
}

/** More places than these are not looked at. */
const MOST_CHOICES = 40;

/** Whether null may be a value of a branch that is not just null. */
const mayBeNull = ({ kind }: Schema): boolean => kind === 'any' || kind === 'union' || kind === 'enum';

/** The unions of a model whose branches may overlap; null is a branch of its own, unless another one may be null, too. */
export function choicesOf(model: Model): Choice[] {
  const found = sitesOf(model).flatMap(({ pointer, schema }) => {
    if (schema.kind !== 'union' || schema.mode !== 'one') return [];
    const others = schema.branches.filter(({ kind }) => kind !== 'null');
    const isChoice = others.length > 1 || (schema.branches.length > 1 && others.some(mayBeNull));
    return isChoice ? [{ pointer, schema, definitions: model.definitions }] : [];
  });
  return found.slice(0, MOST_CHOICES);
}

/** The place of the innermost such union that a site lies in; the site itself where there is none. */
export function choiceAround(models: readonly Model[], site: string): string {
  const around = models
    .flatMap(choicesOf)
    .map(({ pointer }) => withoutBranches(pointer))
    .filter((pointer) => `${site}/`.startsWith(`${pointer}/`));
  return around.sort((left, right) => right.length - left.length)[0] ?? site;
}
