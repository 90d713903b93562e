import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { createJiti } from 'jiti';
import type TypeScript from 'typescript';

type Transform = NonNullable<NonNullable<Parameters<typeof createJiti>[1]>['transform']>;
type TransformOptions = Parameters<Transform>[0];

/** A decorator, at the beginning of a line or behind another one, or before a parameter. */
const DECORATOR = /(?:^|[\s(,])@[A-Za-z_$][\w$.]*\s*[({\s]/m;

/** A member with decorators that is said to be set elsewhere: `@IsInt() n!: number`. */
const DEFINITE =
  /^(\s*(?:@[\w$.]+(?:\([^\n]*?\))?\s*)*(?:(?:public|private|protected|readonly|override|accessor)\s+)*(?:[\w$]+|'[^'\n]*'|"[^"\n]*"))!(\s*:)/gm;

/** Whether a module has decorators, which jiti's own Babel takes in one of their two kinds only. */
const hasDecorators = ({ filename = '', source }: TransformOptions): boolean =>
  /\.[cm]?tsx?$/.test(filename) && DECORATOR.test(source);

/** TypeScript as the user's project has it; `undefined` where it has none. */
function typeScriptFor(file: string): typeof TypeScript | undefined {
  try {
    return createRequire(file)('typescript') as typeof TypeScript;
  } catch {
    return undefined;
  }
}

/** The `tsconfig.json` that is nearest to a file. */
function configFor(ts: typeof TypeScript, file: string): TypeScript.CompilerOptions {
  const path = ts.findConfigFile(dirname(file), existsSync);
  if (path === undefined) return {};
  const { config } = ts.readConfigFile(path, (name) => readFileSync(name, 'utf8')) as { config?: unknown };
  return ts.parseJsonConfigFileContent(config ?? {}, ts.sys, join(path, '..')).options;
}

/** As the user's own compiler does it, by the kind of decorators that the project has. */
function compiled(ts: typeof TypeScript, { filename = '', source }: TransformOptions): string {
  const { experimentalDecorators = false, emitDecoratorMetadata = false } = configFor(ts, filename);
  const options: TypeScript.CompilerOptions = {
    experimentalDecorators,
    emitDecoratorMetadata,
    useDefineForClassFields: !experimentalDecorators,
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2022,
    esModuleInterop: true,
  };
  return ts.transpileModule(source, { compilerOptions: options, fileName: filename }).outputText;
}

/** The helper of Babel's that refuses members with a decorator, for want of its plugin for class fields. */
const REFUSING = /(function _initializerWarningHelper\((\w+), (\w+)\) ?\{) ?throw Error\("[^"]*"\);? ?\}/;

/** As jiti's Babel has it, which leaves class fields to Node: a member with a decorator has the value that it is given. */
function byBabel(plain: (options: TransformOptions) => string, options: TransformOptions): string {
  const code = plain({ ...options, source: options.source.replace(DEFINITE, '$1$2') });
  return code.replace(REFUSING, '$1return $2 && $2.initializer ? $2.initializer.call($3) : undefined}');
}

/**
 * Returns how modules with decorators are read: by the project's TypeScript, in either kind; where there is none, by
 * jiti's Babel, which knows the older kind and trips over `!` behind a member.
 */
export const readingDecorators =
  (plain: (options: TransformOptions) => string): Transform =>
  (options) => {
    if (!hasDecorators(options)) return { code: plain(options) };
    const ts = typeScriptFor(options.filename ?? '');
    if (ts !== undefined) return { code: compiled(ts, options) };
    return { code: byBabel(plain, options) };
  };
