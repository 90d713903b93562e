import type { DocumentWarning, ImportedDocument } from '../importers';

/** Hears warnings, one after another. */
export type Tell = (warning: string) => void;

/** So many warnings of a document that is only used are told; the others are counted. */
const MOST_TOLD = 3;

/** Tells all of these, as whoever imports a document wants them. */
export function tellAll(warnings: readonly DocumentWarning[], tell: Tell): void {
  for (const { where, message } of warnings) tell(`${where}: ${message}`);
}

/** Tells the first warnings of a document that is used without an import, and how to see the others. */
export function tellFirst({ reports }: ImportedDocument, reference: string, tell: Tell): void {
  const warnings = reports.flatMap((report) => report.warnings);
  tellAll(warnings.slice(0, MOST_TOLD), tell);
  const more = warnings.length - MOST_TOLD;
  if (more > 0) tell(`${reference}: ${more} more; pactcheck import ${reference} --out DIR tells them all`);
}
