import { type Case, parseJson, type Verdict } from '../contract';
import { DOCUMENT_ROWS } from './document-rows';
import { type Bench, caseWith, typicalText } from './draft';

/** The cases about the text as a whole. */
export function documentCases(bench: Bench, verdict: Verdict): Case[] {
  const text = typicalText(bench);
  if (text === undefined) return [];
  return DOCUMENT_ROWS.filter((row) => row.verdict === verdict).flatMap((row) => {
    const written = row.write(text);
    if (written === undefined || isAnotherModel(bench, row.name)) return [];
    if (verdict === 'reject' && isJson(written)) return [];
    const { name, reason } = row;
    const place = verdict === 'reject' ? { pointer: '' } : {};
    const parts = {
      id: `body ${name}`,
      verdict,
      classes: { '': name },
      ...place,
      ...(reason === undefined ? {} : { reason }),
    };
    return [caseWith(bench, Buffer.from(written as string), parts)];
  });
}

/** An additional member that is forbidden would be a second departure. */
const isAnotherModel = ({ table }: Bench, name: string): boolean => {
  if (name !== 'depth') return false;
  const unlisted = table.sites[0]?.site.schema;
  return unlisted?.kind === 'object' && unlisted.additional !== false ? unlisted.additional.kind !== 'any' : true;
};

/** What is no departure after all, as of an empty object that has no member to write wrongly. */
function isJson(written: string | Buffer): boolean {
  try {
    parseJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(written as string)));
    return true;
  } catch {
    return false;
  }
}
