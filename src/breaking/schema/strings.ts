import { STRING_FORMATS, type StringSchema } from '../../contract';
import type { SchemaChange } from '../rules';
import { changed, showing, unproven } from './inside';
import { compareRange } from './limits';

const quoted = (keyword: string, text: string | undefined): string =>
  text === undefined ? `no ${keyword}` : `${keyword} ${text}`;

/** Texts of which one thing is said, or nothing. */
const textOf = ({ pattern, format }: { pattern?: string | undefined; format?: string | undefined }): StringSchema => ({
  kind: 'string',
  ...(pattern === undefined ? {} : { pattern }),
  ...(format === undefined ? {} : { format }),
});

function comparePattern(before: string | undefined, after: string | undefined): SchemaChange[] {
  if (before === after) return [];
  const name = before === undefined ? 'pattern-added' : after === undefined ? 'pattern-removed' : 'pattern-changed';
  const change = changed(name, quoted('pattern', before), quoted('pattern', after));
  return [showing(change, { before: textOf({ pattern: before }), after: textOf({ pattern: after }) })];
}

const isJudged = (format: string | undefined): boolean => format !== undefined && STRING_FORMATS.has(format);

function compareFormat(before: string | undefined, after: string | undefined): SchemaChange[] {
  if (before === after) return [];
  const [old, now] = [isJudged(before), isJudged(after)];
  const judged = old ? (now ? 'format-changed' : 'format-generalized') : 'format-specialized';
  const name = old || now ? judged : 'format-annotation-changed';
  const change = changed(name, quoted('format', before), quoted('format', after));
  return [showing(change, { before: textOf({ format: before }), after: textOf({ format: after }) })];
}

const lengths = ({ minLength, maxLength }: StringSchema): { min: number | undefined; max: number | undefined } => ({
  min: minLength,
  max: maxLength,
});

/** Whether a text is held to more than a length. */
const isHeld = ({ format, pattern }: StringSchema): boolean => pattern !== undefined || isJudged(format);

/** How a string changed. A format and a pattern may allow no text that a limit, or the other one, would tell. */
export function compareStrings(before: StringSchema, after: StringSchema): SchemaChange[] {
  const changes = [
    ...compareFormat(before.format, after.format),
    ...comparePattern(before.pattern, after.pattern),
    ...compareRange('length', lengths(before), lengths(after)),
  ];
  return unproven(changes, { before: isHeld(before), after: isHeld(after) });
}
