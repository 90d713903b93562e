import {
  type Definitions,
  type Interpreter,
  interpret,
  type ParameterStyle,
  resolve,
  type Schema,
  type WireForm,
} from '../../contract';
import { isScalar } from './text-values';

/** What stands between the items of a list that is one text. */
const SEPARATORS: { readonly [Style in ParameterStyle]?: string } = {
  form: ',',
  simple: ',',
  spaceDelimited: ' ',
  pipeDelimited: '|',
  tabDelimited: '\t',
};

const yes = (): boolean => true;
const no = (): boolean => false;

/** Whether a single text of a schema never holds a separator, so that a list reads it as one item. */
const whole = (definitions: Definitions, separator: string): Interpreter<boolean> => ({
  string: no,
  integer: yes,
  number: yes,
  boolean: yes,
  null: yes,
  enum: ({ values }) => values.every((value) => !String(value).includes(separator)),
  any: no,
  array: yes,
  map: no,
  object: no,
  union: ({ branches }, recur) => branches.every(recur),
  reference: (schema, recur) => recur(resolve(schema, definitions)),
});

const branchesOf = (schema: Schema, definitions: Definitions): readonly Schema[] => {
  const target = resolve(schema, definitions);
  return target.kind === 'union' ? target.branches : [target];
};

/** A schema of single texts and lists as one of lists: a single text is a list of one. `undefined` for any other one. */
export function asLists(schema: Schema, definitions: Definitions): Schema | undefined {
  const branches = branchesOf(schema, definitions).map((branch): Schema | undefined => {
    const target = resolve(branch, definitions);
    if (target.kind === 'array') return target;
    return isScalar(target, definitions) ? { kind: 'array', items: target, maxItems: 1 } : undefined;
  });
  const lists = branches.filter((branch) => branch !== undefined);
  if (lists.length < branches.length) return undefined;
  return lists.length === 1 ? lists[0] : { kind: 'union', mode: 'any', branches: lists };
}

/** Whether a form writes a single text of a schema and a list of just that text alike. */
export function writesListsOfOne(form: WireForm, schema: Schema, definitions: Definitions): boolean {
  if ('mediaType' in form) return false;
  const separator = SEPARATORS[form.style];
  if (separator === undefined) return false;
  const isRepeated = form.explode && form.style !== 'simple';
  return isRepeated || interpret(whole(definitions, separator), schema);
}
