import { ContractError } from './contract-error';
import type { Definitions, Schema } from './schema';

/** What a value of a schema must fit, without going into the value. */
const alternatives = (schema: Schema): readonly Schema[] => (schema.kind === 'union' ? schema.branches : []);

/** Models that are only another name for the next one. */
const LONGEST_CHAIN = 50;

/**
 * Requires that every model that refers to itself does so further inside: a reference that leads back without going
 * into a member or an item says nothing, and would be followed forever.
 * @throws ContractError naming the model.
 */
export function requireProductive(definitions: Definitions): void {
  const productive = new Set<string>();
  const visit = (schema: Schema, entered: readonly string[]): void => {
    if (schema.kind !== 'reference') {
      for (const inner of alternatives(schema)) visit(inner, entered);
      return;
    }
    const { name } = schema;
    if (productive.has(name) || !Object.hasOwn(definitions, name)) return;
    if (entered.includes(name))
      throw new ContractError(`the model ${name} only refers to itself`, { where: `/models/${name}` });
    if (entered.length > LONGEST_CHAIN)
      throw new ContractError(`more than ${LONGEST_CHAIN} models only refer to one another`, {
        where: `/models/${name}`,
      });
    visit(definitions[name] as Schema, [...entered, name]);
    productive.add(name);
  };
  for (const name of Object.keys(definitions)) visit({ kind: 'reference', name }, []);
}
