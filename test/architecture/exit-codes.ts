import ts from 'typescript';
import type { SourceFile } from './rules';

const TABLE = 'cli/exit-codes.ts';

/** Whether an expression can be a number that stands there: itself, or by a choice. */
function isBare(node: ts.Node | undefined): boolean {
  if (node === undefined) return false;
  if (ts.isNumericLiteral(node)) return true;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return isBare(node.expression);
  if (ts.isConditionalExpression(node)) return isBare(node.whenTrue) || isBare(node.whenFalse);
  if (ts.isBinaryExpression(node))
    return isChoice(node.operatorToken.kind) && (isBare(node.left) || isBare(node.right));
  if (ts.isUnionTypeNode(node)) return node.types.some(isBare);
  return ts.isLiteralTypeNode(node) && isBare(node.literal);
}

const isChoice = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken;

const namesCode = (node: ts.Node): boolean => /\bexitCode$/i.test(node.getText());

/** Whether a function says which of two comes first: its numbers are no exit codes. */
const isOrder = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) && /\.(?:sort|toSorted)$/.test(parent.expression.getText());

/** Whether a node gives, holds or asks for an exit code by its number. */
function hasBareCode(node: ts.Node): boolean {
  if (ts.isReturnStatement(node)) return isBare(node.expression);
  if (ts.isArrowFunction(node)) return !isOrder(node) && isBare(node.body);
  if (ts.isCallExpression(node))
    return /^process\.exit$/.test(node.expression.getText()) && node.arguments.some(isBare);
  if (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node))
    return namesCode(node.name) && isBare(node.initializer);
  if (ts.isPropertySignature(node)) return namesCode(node.name) && isBare(node.type);
  return ts.isBinaryExpression(node) && namesCode(node.left) && isBare(node.right);
}

/** Where the command line has an exit code as a number, and not from its table. */
export const bareExitCodes = (files: readonly SourceFile[]): string[] =>
  files
    .filter(({ path }) => path.startsWith('cli/') && path !== TABLE)
    .flatMap(({ path, text }) => {
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        if (hasBareCode(node)) {
          const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
          found.push(`${path}:${line} has a bare exit code, which belongs to ${TABLE}: ${node.getText()}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
