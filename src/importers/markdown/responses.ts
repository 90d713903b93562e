import type { JsonSchema, OperationSource, ResponseSource } from '../../contract';
import type { PageLine } from './lines';
import { plainType } from './property-row';
import type { Section } from './section';
import { prose, unmarked } from './text';
import { meaningOf } from './type-grammar';

/** The answers of an operation, or why they cannot be used. */
export interface Answer {
  readonly responses: OperationSource['responses'];
  readonly reason?: string;
}

/** The lines under a sub-heading of a section, blank ones left out. */
export const under = (lines: readonly PageLine[], heading: RegExp): PageLine[] =>
  lines.filter((line) => !line.isHeading && heading.test(line.heading) && line.text.trim() !== '');

const NOTHING = /^(?:\(empty response body\)|void|null|nil|none|undefined|unit|kotlin\.unit|task|\w+<void>)$/i;

/** The text of what an operation gives; `undefined` where that is no body. */
function returnType({ lines, id, warn }: Section): { text: string; line: number } | undefined {
  const [first] = under(lines, /^return type$/i).filter(({ text }) => !text.startsWith('[[Back'));
  if (first === undefined) {
    const line = lines[0]?.line;
    if (line !== undefined) warn(line, `the page does not say what ${id} answers with: no body is judged`);
    return undefined;
  }
  const text = plainType(first.text);
  return NOTHING.test(text) || /\(empty response body\)/i.test(text) ? undefined : { text, line: first.line };
}

/** What follows `- **Accept**:` and `- **Content-Type**:`. */
export function headerValues({ lines }: Section, name: string): string[] {
  const line = under(lines, /^http request headers$/i).find(({ text }) => text.includes(`**${name}**`));
  const values = (line?.text ?? '').split(':').slice(1).join(':').replaceAll('`', '').split(',');
  return values.map((value) => value.trim()).filter((value) => value !== '' && !/^not defined$/i.test(value));
}

/** Whether a media type is one of JSON. */
export const isJson = (type: string): boolean => /^application\/(?:[\w.+-]*\+)?json\b/i.test(type);

interface Documented {
  readonly status: string;
  readonly description: string;
}

/** The table of status codes; `0` is any other one. */
function documented({ tables, id, warn }: Section): Documented[] {
  const rows = tables.filter(({ columns }) => columns[0] === 'status code').flatMap((table) => table.rows);
  return rows.flatMap(({ cells, line }) => {
    const code = unmarked(cells[0] ?? '').toUpperCase();
    const status = /^(?:0|DEFAULT)$/.test(code) ? 'default' : code;
    const isStatus = status === 'default' || /^[1-5](?:\d\d|XX)$/.test(status);
    if (!isStatus) warn(line, `${code} of ${id} is no status: the row is skipped`);
    return isStatus ? [{ status, description: prose(cells.slice(1, -1).join('|') || (cells[1] ?? '')) }] : [];
  });
}

/** Statuses that have no body. */
const isBodiless = (status: string): boolean => /^(?:1|204|205|304)/.test(status);

/** The answers: of success the type that the page says, of others that they occur. */
export function responsesOf(section: Section): Answer {
  const given = returnType(section);
  const accepted = headerValues(section, 'Accept');
  const json = accepted.find(isJson);
  if (
    given !== undefined &&
    accepted.length > 0 &&
    json === undefined &&
    !accepted.some((type) => type.startsWith('*/'))
  )
    return { responses: {}, reason: `it answers with ${accepted.join(', ')}, which is not JSON` };
  const schema = given === undefined ? undefined : schemaOf(section, given);
  const statuses = documented(section);
  const hasSuccess = statuses.some(({ status }) => status.startsWith('2') || status === 'default');
  const all = hasSuccess ? statuses : [{ status: '200', description: '' }, ...statuses];
  const onlyDefault = !all.some(({ status }) => status.startsWith('2'));
  const mediaType = json === undefined || json === 'application/json' ? {} : { mediaType: json };
  const entries = all.map(({ status, description }): [string, ResponseSource] => {
    const isSuccess = status.startsWith('2') || (onlyDefault && status === 'default');
    const body = schema === undefined || !isSuccess || isBodiless(status) ? {} : { ...mediaType, schema };
    return [status, { ...(description === '' ? {} : { description }), ...body }];
  });
  return { responses: Object.fromEntries(entries) };
}

function schemaOf(section: Section, { text, line }: { text: string; line: number }): JsonSchema {
  const { schema, missing, unread } = meaningOf(text, section.look);
  for (const model of missing) section.miss(model, line, section.id);
  for (const unknown of unread)
    section.warn(line, `the type ${JSON.stringify(unknown)} that ${section.id} gives is not understood: it stays open`);
  return schema;
}
