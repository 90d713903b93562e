import {
  type Case,
  type Definitions,
  fromPointer,
  type JsonValue,
  resolve,
  type Schema,
  type UnionSchema,
} from '../../../contract';
import { mutantId } from '../mutant-id';
import type { MutantMaker } from '../mutants';
import { plainly } from '../planned';

type Resolved = ReturnType<typeof resolve>;

/** What a value of a kind is in JSON; `undefined` where it may be of several types. */
const JSON_TYPES: Readonly<Partial<Record<Resolved['kind'], string>>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
  array: 'array',
  map: 'object',
  object: 'object',
};

/** The values of a required member, where it has a few. */
const namesBranch = (schema: Resolved, name: string, definitions: Definitions): readonly JsonValue[] | undefined => {
  const property = schema.kind === 'object' ? schema.properties.find((one) => one.name === name) : undefined;
  const inner = property?.required === true ? resolve(property.schema, definitions) : undefined;
  return inner?.kind === 'enum' ? inner.values : undefined;
};

/** The required member that tells two objects apart. */
function tellsApart(left: Resolved, right: Resolved, definitions: Definitions): string | undefined {
  if (left.kind !== 'object' || right.kind !== 'object') return undefined;
  return left.properties.find(({ name }) => {
    const [one, other] = [namesBranch(left, name, definitions), namesBranch(right, name, definitions)];
    return one !== undefined && other !== undefined && !one.some((value) => other.includes(value));
  })?.name;
}

/** A branch of a union that nothing else can be, and the members that say so. */
export interface Branch {
  readonly schema: Schema;
  readonly index: number;
  readonly tellers: ReadonlySet<string>;
}

/** The branches of a union; nothing where a value of one may be one of another. */
export function branchesOf({ branches }: UnionSchema, definitions: Definitions): Branch[] | undefined {
  const resolved = branches.map((branch) => resolve(branch, definitions));
  const found: Branch[] = [];
  for (const [index, left] of resolved.entries()) {
    const tellers = new Set<string>();
    for (const right of resolved) {
      if (left === right) continue;
      const [one, other] = [JSON_TYPES[left.kind], JSON_TYPES[right.kind]];
      if (one !== undefined && other !== undefined && one !== other) continue;
      const teller = tellsApart(left, right, definitions);
      if (teller === undefined) return undefined;
      tellers.add(teller);
    }
    found.push({ schema: branches[index] as Schema, index, tellers });
  }
  return found;
}

/** The member that a case departs at. */
const departureOf = ({ pointer }: Case, [site = '']: readonly string[]): string =>
  fromPointer(pointer ?? site)[0] ?? '';

/** The cases of a branch, as if there were no other; none about what tells it from the others. */
export function branchPool(pool: readonly Case[], { index, tellers }: Branch): Case[] {
  const mark = `/|${index}`;
  return pool.flatMap((testCase) => {
    // Drawn ones also say which branch the whole is of, and what they do not have of others.
    const sites = Object.entries(testCase.classes).filter(([site, name]) => site !== '' && name !== 'absent');
    const own = sites.filter(([site]) => site === mark || site.startsWith(`${mark}/`));
    if (own.length === 0 || own.length < sites.length) return [];
    const classes = own.map(([site, name]) => [site.slice(mark.length), name] as const);
    const isAboutTeller = tellers.has(
      departureOf(
        testCase,
        classes.map(([site]) => site),
      ),
    );
    if (testCase.verdict !== 'accept' && isAboutTeller) return [];
    return [{ ...testCase, classes: Object.fromEntries(classes.filter(([site]) => site !== '' || own.length === 1)) }];
  });
}

/** Mutants of each branch in turn. */
export function branchMaker(makers: readonly (readonly [Branch, MutantMaker])[]): MutantMaker | undefined {
  if (makers.length === 0) return undefined;
  return (count) => {
    const [{ index }, make] = makers[count % makers.length] as (typeof makers)[number];
    const { testCase, wire } = make(Math.floor(count / makers.length) + 1);
    const classes = Object.entries(testCase.classes).map(([site, name]) => [`/|${index}${site}`, name]);
    return plainly({ ...testCase, id: mutantId(count), classes: Object.fromEntries(classes) }, wire);
  };
}
