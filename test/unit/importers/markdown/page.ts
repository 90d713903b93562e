import type { JsonSchema } from '../../../../src/contract';
import { type ModelPage, readModelPage } from '../../../../src/importers/markdown/model-page';

/** A page named `X.md` with these rows under the usual header. */
export const page = (...rows: readonly string[]): string =>
  [
    '# X',
    '',
    '## Properties',
    'Name | Type | Description | Notes',
    '------------ | ------------- | ------------- | -------------',
    ...rows,
    '',
  ].join('\n');

/** A page, read as `X.md`. */
export const read = (text: string): ModelPage => readModelPage(text, 'X.md');

/** The properties of a page with these rows. */
export const propertiesOf = (...rows: readonly string[]): Readonly<Record<string, JsonSchema | boolean>> =>
  read(page(...rows)).schema.properties ?? {};

/** What the report of a page with these rows warns of. */
export const warningsOf = (text: string): string[] => read(text).report.warnings.map(({ message }) => message);
