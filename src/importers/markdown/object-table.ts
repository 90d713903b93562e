import type { JsonSchema } from '../../contract';
import { presetOf } from './default-value';
import { type Desk, type Read, warn } from './desk';
import { type PropertyRow, propertyRow } from './property-row';
import { typeOf } from './property-type';
import type { Table } from './table';

/** The model that a table of properties describes. Rows that cannot be used are counted, and said why. */
export function objectOf(desk: Desk, table: Table): Read {
  const properties = new Map<string, JsonSchema>();
  const required: string[] = [];
  let additional: JsonSchema | undefined;
  let skipped = 0;
  for (const row of table.rows.map((cells) => propertyRow(cells, table))) {
    const reason =
      row.name === '' ? 'a row without a name' : properties.has(row.name) ? `${row.name} is there twice` : '';
    if (reason !== '') {
      warn(desk, row.line, `${reason}: the row is skipped`);
      skipped += 1;
    } else if (/^any[ _]string[ _]name$/i.test(row.name)) {
      additional = propertyOf(desk, { ...row, description: '' });
    } else {
      properties.set(row.name, propertyOf(desk, row));
      if (!row.notes.optional) required.push(row.name);
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

function leftOverEnums(desk: Desk): void {
  for (const left of desk.enums.filter((one) => !desk.used.has(one)))
    warn(desk, left.line, `no property has the enum ${left.name}: its ${left.members.length} values are skipped`);
}

function propertyOf(desk: Desk, row: PropertyRow): JsonSchema {
  for (const word of row.notes.unknown) warn(desk, row.line, `the note ${word} of ${row.name} is not understood`);
  const { schema, members } = typeOf(desk, row);
  const preset = presetOf(row.notes.default, schema, members);
  return {
    ...schema,
    ...row.notes.keywords,
    ...(preset === undefined ? {} : { default: preset }),
    ...(row.description === '' ? {} : { description: row.description }),
  };
}
