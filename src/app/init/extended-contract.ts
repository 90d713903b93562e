import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { JsonLiteral } from '../../contract';
import { extendContractModule } from '../../importers';
import { Failure } from '../../result';
import type { NewFile } from '../files/stage';
import { updatesOf } from '../import/write';
import type { Plan } from './plan';

/** What is written of the operations that a contract gets. */
function addedTo({ document, added }: Plan) {
  const operations = Object.fromEntries(Object.entries(document.operations).filter(([id]) => added.includes(id)));
  const { models } = document;
  return {
    operations: operations as unknown as JsonLiteral,
    updates: updatesOf({ operations, models }),
    models: Object.keys(models),
  };
}

/** Returns `contract.ts` with the operations that are new. @throws Failure (usage) where it is not written as `init` does. */
export function extendedContract(cwd: string, plan: Plan): NewFile {
  const { folder, path, added } = plan;
  const file = resolve(cwd, folder, 'contract.ts');
  const content = extendContractModule(readFileSync(file, 'utf8'), addedTo(plan));
  if (content !== undefined) return { path: file, content };
  throw new Failure(
    'usage',
    `${folder}/contract.ts has its operations not where \`init\` writes them`,
    `Write ${added.join(', ')} into it by hand, as \`pactcheck import ${path} --out DIR\` has them.`,
  );
}
