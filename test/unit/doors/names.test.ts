import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../support/run-cli';

const DOORS = join(ROOT, 'src/doors');
const files = readdirSync(DOORS).filter((name) => /\.m?ts$/.test(name));

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** The names that a statement lets out; types are marked as such. */
function namesIn(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    if (clause === undefined || !ts.isNamedExports(clause)) throw new Error('a door names what it lets out');
    return clause.elements.map(
      ({ name, isTypeOnly }) => `${isTypeOnly || statement.isTypeOnly ? 'type ' : ''}${name.text}`,
    );
  }
  if (!isExported(statement)) return [];
  if (ts.isInterfaceDeclaration(statement)) return [`type ${statement.name.text}`];
  if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? 'default'];
  throw new Error(`a door exports functions and types: ${statement.getText()}`);
}

/** The public names of a door, values first. */
function namesOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(DOORS, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const names = source.statements.flatMap(namesIn);
  const isType = (name: string): boolean => name.startsWith('type ');
  return [...names.filter((name) => !isType(name)).sort(), ...names.filter(isType).sort()];
}

const doorOf = (file: string): string => {
  const name = file.replace(/\.m?ts$/, '');
  return name === 'index' ? 'pactcheck' : `pactcheck/${name}`;
};

describe('the doors', () => {
  it('let out these names, and no others', () => {
    const text = files
      .map(
        (file) =>
          `${doorOf(file)}\n${namesOf(file)
            .map((name) => `  ${name}\n`)
            .join('')}`,
      )
      .join('\n');
    expect(text).toBe(readFileSync(join(ROOT, 'test/golden/doors.txt'), 'utf8'));
  });

  it('are what the package exports, with types for each', () => {
    const { exports, typesVersions } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const paths = Object.entries(exports as Record<string, unknown>).filter(([, target]) => typeof target === 'object');
    expect(paths.map(([path]) => path.replace(/^\./, 'pactcheck')).sort()).toEqual(files.map(doorOf).sort());
    for (const [path, target] of paths) {
      const [, ending = ''] = path === './vitest' ? ['', 'm'] : [];
      const file = `./dist/doors/${path === '.' ? 'index' : path.slice(2)}`;
      expect(target).toEqual({ types: `${file}.d.${ending}ts`, default: `${file}.${ending}js` });
      if (path !== '.') expect(typesVersions['*'][path.slice(2)]).toEqual([`${file}.d.${ending}ts`]);
    }
  });

  it.each(['index.ts', 'consumer.ts', 'provider.ts', 'fuzz.ts'])('%s gives the values that it names', (file) => {
    const values = namesOf(file).filter((name) => !name.startsWith('type '));
    expect(Object.keys(require(join(DOORS, file))).sort()).toEqual(values);
  });
});
