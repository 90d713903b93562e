import { fromPointer } from '../../contract';

type Path = readonly string[];

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null;

/** A member of an object; `undefined` where reading it throws. */
function memberOf(value: unknown, name: string): unknown {
  try {
    return isObject(value) ? value[name] : undefined;
  } catch {
    return undefined;
  }
}

/** The key of a segment: zod has the key itself, valibot and Standard Schema an object with it. */
function keyOf(segment: unknown): string | undefined {
  const key = isObject(segment) ? memberOf(segment, 'key') : segment;
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
}

function pathOf(segments: readonly unknown[]): Path | undefined {
  const keys = segments.map(keyOf);
  return keys.length > 0 && keys.every((key) => key !== undefined) ? (keys as Path) : undefined;
}

const pointerPath = (text: string): Path | undefined => (/^\/./.test(text) ? fromPointer(text) : undefined);

/** Splits `a.b[0]`, as yup and joi have it. */
const dottedPath = (text: string): Path | undefined => {
  const keys = text.match(/[^.[\]"']+/g);
  return keys === null ? undefined : keys;
};

/** The place of an issue of ajv, with the member that is missing there. */
function instancePath(issue: unknown): Path | undefined {
  const at = memberOf(issue, 'instancePath');
  if (typeof at !== 'string') return undefined;
  const missing = memberOf(memberOf(issue, 'params'), 'missingProperty');
  const path = pointerPath(at) ?? [];
  const whole = typeof missing === 'string' ? [...path, missing] : path;
  return whole.length > 0 ? whole : undefined;
}

/** The place of an error of class-validator: each has the name of a member, and those within it. */
function nestedProperty(issue: unknown): Path | undefined {
  const property = memberOf(issue, 'property');
  if (typeof property !== 'string' || !isObject(memberOf(issue, 'target'))) return undefined;
  const children = memberOf(issue, 'children');
  const inner = Array.isArray(children) ? nestedProperty(children[0]) : undefined;
  return [property, ...(inner ?? [])];
}

/** The place that one issue names by its own members. */
function issuePath(issue: unknown): Path | undefined {
  const path = memberOf(issue, 'path');
  if (Array.isArray(path)) return pathOf(path);
  if (typeof path === 'string' && path !== '') return pointerPath(path) ?? dottedPath(path);
  return instancePath(issue) ?? nestedProperty(issue);
}

/** Where the libraries keep their issues: zod and valibot, ajv and yup, joi, arktype. */
const LISTS = ['issues', 'errors', 'details', 'arkErrors'] as const;

/**
 * Returns the place that an error names in its members: the path of its first issue, or its own. `undefined` where it
 * names none.
 */
export function listedPath(thrown: unknown): Path | undefined {
  if (Array.isArray(thrown)) return issuePath(thrown[0]);
  for (const name of LISTS) {
    const list = memberOf(thrown, name);
    if (Array.isArray(list) && list.length > 0) return issuePath(list[0]);
  }
  return issuePath(thrown) ?? issuePath(memberOf(thrown, 'error'));
}
