import { type Interpreter, interpret, type Site } from '../../../contract';
import { isRecord, REMOVED } from '../change';
import { isText, type SiteMistake, type Spot, valueMistake } from '../site-mistake';

const isOptional = (_schema: unknown, { optional, property }: Site): boolean => optional && property !== undefined;

/** What a program has for a member that nobody has set. */
const DEFAULTS: Interpreter<unknown> = {
  string: () => '',
  integer: () => 0,
  number: () => 0,
  boolean: () => false,
  null: () => undefined,
  enum: ({ values }) => values[0],
  any: () => undefined,
  array: () => [],
  map: () => ({}),
  object: () => undefined,
  union: ({ branches }, recur) => branches.map(recur).find((value) => value !== undefined),
  reference: () => undefined,
};

/** A change of the object that a member belongs to. */
function atParent(
  { property, parent }: Site,
  change: (holder: Readonly<Record<string, unknown>>, name: string) => unknown,
): Spot | undefined {
  if (property === undefined || parent === undefined) return undefined;
  return { at: parent, change: (holder) => (isRecord(holder) ? change(holder, property.name) : holder) };
}

/** Mistakes about whether a member is there. */
export const MEMBER_MISTAKES: readonly SiteMistake[] = [
  {
    name: 'leaves-out',
    says: 'forgets a member',
    plant: ({ property, pointer }) => (property === undefined ? undefined : { at: pointer, change: () => REMOVED }),
  },
  valueMistake('takes-empty-for-absent', 'takes an empty text for an absent one', isOptional, isText, (text) =>
    text === '' ? REMOVED : text,
  ),
  valueMistake(
    'takes-falsy-for-absent',
    'takes false and 0 for absent',
    isOptional,
    (value): value is boolean | number => value === false || value === 0,
    () => REMOVED,
  ),
  valueMistake(
    'takes-empty-list-for-absent',
    'takes an empty list or map for an absent one',
    isOptional,
    (value): value is object => typeof value === 'object' && value !== null && Object.keys(value).length === 0,
    () => REMOVED,
  ),
  {
    name: 'gives-a-default',
    says: 'gives a default for what is absent',
    plant: (site) => {
      const value = interpret(DEFAULTS, site.schema);
      if (!site.optional || value === undefined) return undefined;
      return atParent(site, (holder, name) => (Object.hasOwn(holder, name) ? holder : { ...holder, [name]: value }));
    },
  },
  {
    name: 'keeps-the-value-before',
    says: 'keeps the value of an earlier response where this one has none',
    remembers: true,
    plant: (site) => {
      let before: unknown;
      if (!site.optional) return undefined;
      return atParent(site, (holder, name) => {
        if (Object.hasOwn(holder, name)) before = holder[name];
        return Object.hasOwn(holder, name) || before === undefined ? holder : { ...holder, [name]: before };
      });
    },
  },
];
