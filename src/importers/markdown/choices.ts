import { codeOf, type PageLine } from './lines';
import { linksIn } from './links';
import { tablesOf } from './table';
import { unescapeText, unmarked } from './text';

/** The branches that a page names, where it is one of a choice. */
export interface Choices {
  readonly names: readonly string[];
  readonly line: number;
}

/**
 * The branches of a page for `oneOf` or `anyOf`: Java lists links under `## oneOf schemas`, Rust has
 * a table of variants, and Ruby prints what a method gives.
 */
export function choicesOf(page: string, lines: readonly PageLine[]): Choices | undefined {
  return linkedIn(lines) ?? variantsIn(lines) ?? printedIn(page, lines);
}

function linkedIn(lines: readonly PageLine[]): Choices | undefined {
  const listed = lines.filter(
    ({ heading, text }) => /^(?:oneOf|anyOf) schemas$/i.test(heading) && /^\s*[*-]\s/.test(text),
  );
  const names = listed.map(({ text }) => {
    const bullet = text.replace(/^\s*[*-]\s+/, '');
    return unescapeText(unmarked(linksIn(bullet)[0]?.text ?? bullet)).replaceAll('**', '');
  });
  return names.length === 0 ? undefined : { names, line: listed[0]?.line ?? 1 };
}

/** Rust's variants are models where they have no values: a table of names and descriptions. */
function variantsIn(lines: readonly PageLine[]): Choices | undefined {
  const table = tablesOf(lines).tables.find(
    ({ heading, columns }) => heading === 'Enum Variants' && columns.join() === 'name,description',
  );
  return table === undefined
    ? undefined
    : { names: table.rows.map(({ cells }) => unmarked(cells[0] ?? '')), line: table.line };
}

function printedIn(page: string, lines: readonly PageLine[]): Choices | undefined {
  const heading = lines.find(({ heading: word }) => /^openapi_(?:one|any)_of$/.test(word));
  if (heading === undefined) return undefined;
  const [, printed = ''] = /openapi_(?:one|any)_of\s*\n#\s*=>\s*\n#\s*\[([\s\S]*?)#\s*\]/.exec(codeOf(page)) ?? [];
  const symbols = [...printed.matchAll(/:'([^']+)'/g)].map(([, name]) => name as string);
  return symbols.length === 0 ? undefined : { names: symbols, line: heading.line };
}
