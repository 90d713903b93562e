import ts from 'typescript';
import type { SourceFile } from './rules';

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

const nameOf = (statement: ts.Statement): string => {
  const named = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : statement;
  return (named as ts.NamedDeclaration | undefined)?.name?.getText() ?? 'default';
};

/** What files export without saying what it is. */
export const undocumented = (files: readonly SourceFile[]): string[] =>
  files.flatMap(({ path, text }) => {
    const exported = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true).statements.filter(isExported);
    const bare = exported.filter((statement) => ts.getJSDocCommentsAndTags(statement).length === 0);
    return bare.map((statement) => `${path} exports ${nameOf(statement)} without a docstring`);
  });
