import type { JsonSchema } from '../../contract';
import type { ModelPage } from './model-page';
import type { Page } from './page-folder';
import { stemOf } from './stem';

const membersOf = ({ properties }: JsonSchema): string[] => Object.keys(properties ?? {});

const requires = ({ required = [] }: JsonSchema, name: string): boolean => required.includes(name);

/** Whether an enum has one value only, or the prose says that there is just one. */
const isSingleValued = (schema: JsonSchema | boolean | undefined): boolean =>
  typeof schema === 'object' && (schema.enum?.length === 1 || /\balways be\b/i.test(schema.description ?? ''));

/** A page that may be a choice whose branches are merged into one table: all is required, and one member tells which. */
function looksMerged({ schema }: ModelPage): boolean {
  const names = membersOf(schema);
  return (
    names.length >= 3 &&
    names.every((name) => requires(schema, name)) &&
    names.some((name) => isSingleValued(schema.properties?.[name]))
  );
}

/**
 * The pages whose models are the branches of a merged one: named after it, each with some of its members, together
 * with all of them, and with one that all require.
 */
function branchesOf(
  page: ModelPage,
  pages: readonly Page[],
  read: (stem: string) => ModelPage | undefined,
): ModelPage[] {
  const names = membersOf(page.schema);
  if (names.length < 2 || !names.every((name) => requires(page.schema, name))) return [];
  const branches = pages
    .map(({ file }) => stemOf(file))
    .filter((stem) => stem !== page.name && stem.startsWith(page.name) && !/AllOf\d*$/.test(stem))
    .flatMap((stem) => read(stem) ?? [])
    .filter(({ schema }) => membersOf(schema).length > 0 && membersOf(schema).every((name) => names.includes(name)));
  const all = new Set(branches.flatMap(({ schema }) => membersOf(schema)));
  const shared = names.some((name) => branches.every(({ schema }) => requires(schema, name)));
  const isWhole = branches.some(({ schema }) => membersOf(schema).length === names.length);
  return branches.length >= 2 && shared && !isWhole && all.size === names.length ? branches : [];
}

/**
 * Java, Python and Go print a choice of models as one table of all their members, all of them required. Where the
 * branches lie beside the page, it is read as one of them; where it only looks so, it is flagged.
 * @returns the page as it is to be taken, `undefined` where it is what it seems.
 */
export function asChoice(
  page: ModelPage,
  pages: readonly Page[],
  read: (stem: string) => ModelPage | undefined,
): ModelPage | undefined {
  const branches = branchesOf(page, pages, read);
  if (branches.length === 0 && !looksMerged(page)) return undefined;
  const names = branches.map(({ name }) => name).join(', ');
  const message =
    branches.length > 0
      ? `its table holds the members of ${names} together: it is read as one of them; check it in contract.ts`
      : 'all of its members are required, and one of them has a single value: where this is a choice of models merged into one table, it is too strict; write what it is into contract.ts';
  const report = { ...page.report, warnings: [...page.report.warnings, { where: page.report.file, message }] };
  if (branches.length === 0) return { ...page, report };
  return { ...page, schema: { anyOf: branches.map(({ name }) => ({ $ref: `#/$defs/${name}` })) }, report };
}
