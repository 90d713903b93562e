import {
  canonicalJson,
  type JsonValue,
  type Operation,
  type Parameter,
  type Schema,
  type WireForm,
  wireFormOf,
} from '../../contract';
import type { Change } from '../rules';
import { asLists, writesListsOfOne } from './lists-of-one';
import type { Matched } from './matching';
import { type Compared, contractChange } from './place';
import type { CompareSchemas } from './schemas';
import { isScalar } from './text-values';

/** Parameters of the path stand in an order, the others have names; header names in any case. */
const keyOf = (operation: Operation, parameter: Parameter): string => {
  if (parameter.in === 'path') return `path ${operation.path.split(`{${parameter.name}}`)[0]?.split('{').length}`;
  return `${parameter.in} ${parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name}`;
};

const nameOf = (parameter: Parameter): string => `${parameter.in} parameter ${parameter.name}`;

const byKey = (operation: Operation): Map<string, Parameter> =>
  new Map(operation.parameters.map((parameter) => [keyOf(operation, parameter), parameter]));

const need = ({ required }: { required: boolean }): string => (required ? 'required' : 'optional');

/** A parameter of both sides. */
interface Kept {
  readonly was: Parameter;
  readonly is: Parameter;
}

interface Lists {
  readonly removed: readonly Parameter[];
  readonly added: readonly Parameter[];
  readonly kept: readonly Kept[];
}

/** A parameter of the path comes and goes with the path, which tells it. */
function listsOf({ before, after }: Matched): Lists {
  const [old, now] = [byKey(before), byKey(after)];
  const isTold = (parameter: Parameter): boolean => parameter.in !== 'path';
  return {
    removed: [...old].flatMap(([key, was]) => (now.has(key) || !isTold(was) ? [] : [was])),
    added: [...now].flatMap(([key, is]) => (old.has(key) || !isTold(is) ? [] : [is])),
    kept: [...now].flatMap(([key, is]) => {
      const was = old.get(key);
      return was === undefined ? [] : [{ was, is }];
    }),
  };
}

/** Parameters of one name that stand in another place now. */
const movedAmong = ({ removed, added }: Lists): Kept[] =>
  removed.flatMap((was) => {
    const is = added.find(({ name }) => name.toLowerCase() === was.name.toLowerCase());
    return is === undefined ? [] : [{ was, is }];
  });

function compareLists(lists: Lists): Change[] {
  const moved = movedAmong(lists);
  const isMoved = (parameter: Parameter): boolean => moved.some(({ was, is }) => was === parameter || is === parameter);
  return [
    ...moved.map(({ was, is }) => contractChange('parameter-moved', `in the ${was.in}`, `in the ${is.in}`, nameOf(is))),
    ...lists.removed
      .filter((was) => !isMoved(was))
      .map((was) => contractChange('parameter-removed', need(was), 'not there', nameOf(was))),
    ...lists.added
      .filter((is) => !isMoved(is))
      .map((is) =>
        contractChange(`${is.required ? 'required' : 'optional'}-parameter-added`, 'not there', need(is), nameOf(is)),
      ),
    ...[...lists.kept, ...moved].flatMap(compareNeed),
  ];
}

function compareNeed({ was, is }: Kept): Change[] {
  if (was.required === is.required) return [];
  const name = is.required ? 'parameter-became-required' : 'parameter-became-optional';
  return [contractChange(name, need(was), need(is), nameOf(is))];
}

const inWords = (form: WireForm): string =>
  'mediaType' in form ? `as ${form.mediaType}` : `in the style ${form.style}${form.explode ? ', exploded' : ''}`;

/** What of a form makes a difference to the value that is sent: of a single text, the way of lists makes none. */
function telling(form: WireForm, isAlone: boolean): JsonValue {
  if ('mediaType' in form) return { mediaType: form.mediaType };
  const { style, explode } = form;
  const isSeparated = style === 'label' || style === 'matrix';
  return isAlone && !isSeparated ? {} : { style, explode };
}

/** Both schemas as lists, where one side has single texts, the other one lists, and both write one text alike. */
function listsOfBoth({ was, is }: Kept, { before, after }: CompareSchemas): [Schema, Schema] | undefined {
  const [wasText, isText] = [isScalar(was.schema, before), isScalar(is.schema, after)];
  if (wasText && isText) return undefined;
  const areAlike =
    writesListsOfOne(wireFormOf(wasText ? is : was), was.schema, before) &&
    writesListsOfOne(wireFormOf(isText ? was : is), is.schema, after);
  const [old, now] = [asLists(was.schema, before), asLists(is.schema, after)];
  return areAlike && old !== undefined && now !== undefined ? [old, now] : undefined;
}

/** Whether a parameter is written in another way than before. */
function compareForm(kept: Kept, compare: CompareSchemas): Change[] {
  const { was, is } = kept;
  const [old, now] = [wireFormOf(was), wireFormOf(is)];
  const texts = [isScalar(was.schema, compare.before), isScalar(is.schema, compare.after)];
  const isAlone = texts.every(Boolean) || (texts.some(Boolean) && listsOfBoth(kept, compare) !== undefined);
  if (was.in !== is.in) return [];
  if (canonicalJson(telling(old, isAlone)) !== canonicalJson(telling(now, isAlone)))
    return [contractChange('parameter-form-changed', inWords(old), inWords(now), nameOf(is))];
  const [wasFree, isFree] = [old, now].map((form) => 'allowReserved' in form && form.allowReserved) as [
    boolean,
    boolean,
  ];
  if (wasFree === isFree) return [];
  const name = isFree ? 'parameter-reserved-allowed' : 'parameter-reserved-refused';
  const told = (free: boolean): string => (free ? 'reserved characters as they are' : 'reserved characters encoded');
  return [contractChange(name, told(wasFree), told(isFree), nameOf(is))];
}

/** What changed in the parameters of an operation: which there are, how they are written, what they may be. */
export function compareParameters(matched: Matched, compare: CompareSchemas): Compared[] {
  const lists = listsOf(matched);
  const operation = matched.after.id;
  const changes = [...compareLists(lists), ...lists.kept.flatMap((kept) => compareForm(kept, compare))];
  const list: Compared = { place: { operation, part: '' }, direction: 'contract', changes };
  const schemas = [...lists.kept, ...movedAmong(lists)].flatMap(({ was, is }): Compared[] => {
    const [old, now] = listsOfBoth({ was, is }, compare) ?? [was.schema, is.schema];
    const compared = compare(old, now, { isText: is.mediaType === undefined });
    if (compared === undefined) return [];
    return [{ place: { operation, part: nameOf(is) }, direction: 'request', ...compared }];
  });
  return [...(changes.length > 0 ? [list] : []), ...schemas];
}
