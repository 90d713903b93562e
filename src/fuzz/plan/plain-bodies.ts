import { type Case, type Model, sitesOf } from '../../contract';
import { hasValidBody, type ValidBody } from './valid-body';

/** Of more branches than these the plain bodies are too many to be looked through for each finding. */
const MOST = 200;

/** Where a model has alternatives, the pointers of their sites. */
const unionsIn = (model: Model): ReadonlySet<string> =>
  new Set(
    sitesOf(model)
      .filter(({ schema }) => schema.kind === 'union')
      .map(({ pointer }) => pointer),
  );

/** The one class that a case is about; `undefined` where it is about several, or none. */
function onlyClass({ classes }: Case): readonly [site: string, name: string] | undefined {
  const [first, ...others] = Object.entries(classes);
  return others.length === 0 ? first : undefined;
}

/**
 * Returns the valid cases of a pool of which nothing is special but which branch of a union they have: the plainest
 * first. Where there is none of them, the first valid case stands for them.
 */
export function plainBodies(model: Model, pool: readonly Case[]): readonly ValidBody[] {
  const unions = unionsIn(model);
  const valid = pool.filter(hasValidBody);
  const plain = valid.filter((testCase) => {
    const [site, name] = onlyClass(testCase) ?? [];
    return site !== undefined && ((site === '' && name === 'typical') || unions.has(site));
  });
  const [first] = valid;
  return plain.length > 0 || first === undefined ? plain.slice(0, MOST) : [first];
}
