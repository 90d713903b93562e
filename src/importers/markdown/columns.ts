import { unescapeText, unmarked } from './text';

/** Columns of which a table without `Notes` needs one: they say of each row whether the member may be absent. */
const PRESENCE = ['required', 'optional'];

/** Columns that tell nothing of what is allowed. */
const SILENT = ['mapping', 'default', 'example', 'examples'];

const READ = ['name', 'type', 'description', 'notes', ...PRESENCE, ...SILENT];

/** The word in the head of a column, in lower case. */
export const columnOf = (cell: string): string =>
  unescapeText(unmarked(cell)).replaceAll('*', '').replace(/:$/, '').trim().toLowerCase();

/** Whether a table is one of properties or parameters: its rows begin with a name and have a type. */
export const hasNames = (columns: readonly string[]): boolean => columns[0] === 'name' && columns.includes('type');

/** Whether a table says of each of its rows whether the member may be absent. */
export const saysPresence = (columns: readonly string[]): boolean =>
  columns.includes('notes') || PRESENCE.some((name) => columns.includes(name));

/** Columns that nobody here knows: what they say is lost. */
export const unknownColumns = (columns: readonly string[]): string[] =>
  columns.filter((column) => column !== '' && !READ.includes(column));

const YES = /^(?:yes|y|true|x|✔|✓|✅|☑|always|1)\ufe0f?$/i;
const NO = /^(?:no|n|false|[-–—]|✗|✘|❌|☐|never|0|)\ufe0f?$/i;

/**
 * Whether a member may be absent, as the column `Required` or `Optional` has it.
 * @returns `undefined` where there is no such column; `unclear` where its cell is not understood.
 */
export function absenceIn(columns: readonly string[], cells: readonly string[]): boolean | 'unclear' | undefined {
  const column = PRESENCE.find((name) => columns.includes(name));
  if (column === undefined) return undefined;
  const word = columnOf(cells[columns.indexOf(column)] ?? '').replace(/^[[(](.*)[\])]$/, '$1');
  if (/^(?:required|mandatory)$/.test(word)) return false;
  if (word === 'optional') return true;
  if (YES.test(word)) return column === 'optional';
  return NO.test(word) ? column === 'required' : 'unclear';
}
