import type { JsonSchema } from '../../contract';
import { presetOf } from './default-value';
import { type Desk, type Read, warn } from './desk';
import { type PropertyRow, propertyRow } from './property-row';
import { typeOf } from './property-type';
import type { Table } from './table';
import { orNull } from './type-grammar';

/** The model that a table of properties describes. Rows that cannot be used are counted, and said why. */
export function objectOf(desk: Desk, table: Table): Read {
  const properties = new Map<string, JsonSchema>();
  const required: string[] = [];
  let additional: JsonSchema | undefined;
  let skipped = 0;
  for (const row of table.rows.map((cells) => propertyRow(cells, table))) {
    const reason = reasonAgainst(row, properties);
    if (reason !== undefined) {
      warn(desk, row.line, `${reason}: the row is skipped`);
      skipped += 1;
    } else if (/^any[ _]string[ _]name$/i.test(row.name)) {
      additional = propertyOf(desk, { ...row, description: '' });
    } else {
      properties.set(row.name, propertyOf(desk, row));
      if (!row.optional) required.push(row.name);
    }
  }
  leftOverEnums(desk);
  const schema: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
    ...(additional === undefined || Object.keys(additional).length === 0 ? {} : { additionalProperties: additional }),
  };
  return { schema, rows: table.rows.length - skipped, skipped };
}

/** Why a row is none of a member of this model. */
function reasonAgainst({ name, isNested }: PropertyRow, known: ReadonlyMap<string, unknown>): string | undefined {
  if (name === '') return 'a row without a name';
  if (known.has(name)) return `${name} is there twice`;
  const outer = /^(.+?)(?:\[\])?\./.exec(name)?.[1] ?? '';
  return isNested || known.has(outer) ? `${name} is a member of another one, which stays open` : undefined;
}

function leftOverEnums(desk: Desk): void {
  for (const left of desk.enums.filter((one) => !desk.used.has(one)))
    warn(desk, left.line, `no property has the enum ${left.name}: its ${left.members.length} values are skipped`);
}

const SAYS_OPTIONAL = /^\W*optional\b/i;

/** What makes a row doubtful, though it is taken. */
function tellDoubts(desk: Desk, { line, name, notes, optional, description, doubts }: PropertyRow): void {
  for (const word of notes.unknown) warn(desk, line, `the note ${word} of ${name} is not understood`);
  for (const doubt of doubts) warn(desk, line, `${doubt}: check it in contract.ts`);
  if (!optional && SAYS_OPTIONAL.test(description))
    warn(desk, line, `${name} is optional by its description, and required by its notes: check it in contract.ts`);
}

function propertyOf(desk: Desk, row: PropertyRow): JsonSchema {
  tellDoubts(desk, row);
  const { schema: given, members } = typeOf(desk, row);
  const schema = row.notes.nullable ? orNull(given) : given;
  const preset = presetOf(row.notes.default, schema, members);
  return {
    ...schema,
    ...row.notes.keywords,
    ...(preset === undefined ? {} : { default: preset }),
    ...(row.description === '' ? {} : { description: row.description }),
  };
}
