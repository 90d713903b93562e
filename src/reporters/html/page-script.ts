/** One module of the page, by its file's name without the ending. */
export interface PageModule {
  readonly name: string;
  readonly text: string;
}

const IMPORT = /^import \{([^}]*)\} from '\.\/([\w-]+)\.mjs';\n/gm;
const EXPORT = /^export (?=(?:async )?function (\w+)|(?:const|let) (\w+))/gm;

const variableOf = (name: string): string => `module_${name.replaceAll('-', '_')}`;

const importsOf = (text: string): string[] => [...text.matchAll(IMPORT)].map(([, , name = '']) => name);

/** The modules in an order in which each comes after all that it imports. There are no cycles among them. */
function ordered(modules: readonly PageModule[]): PageModule[] {
  const byName = new Map(modules.map((module) => [module.name, module]));
  const done = new Set<PageModule>();
  const visit = (module: PageModule): void => {
    if (done.has(module)) return;
    for (const name of importsOf(module.text)) visit(byName.get(name) as PageModule);
    done.add(module);
  };
  modules.forEach(visit);
  return [...done];
}

/** A module as an expression: its imports are taken from those before it, what it exports is its value. */
function linked({ name, text }: PageModule): string {
  const exported = [...text.matchAll(EXPORT)].map(([, fn, variable]) => fn ?? variable);
  const body = text
    .replace(IMPORT, (_line, names: string, from: string) => `const {${names}} = ${variableOf(from)};\n`)
    .replace(EXPORT, '');
  return `const ${variableOf(name)} = (() => {\n${body}return { ${exported.join(', ')} };\n})();\n`;
}

/**
 * The modules of the page as one script: a page that is opened from a file may load none. They are written so that
 * this is enough: imports and exports by name, on lines of their own, without cycles.
 */
export const pageScript = (modules: readonly PageModule[]): string =>
  `'use strict';\n(() => {\n${ordered(modules).map(linked).join('')}})();\n`;
