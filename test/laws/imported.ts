import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contract, defineContract, unlessRefused } from '../../src/contract';
import { readDocument, sourceOfDocument } from '../../src/importers';
import { makeFolder } from '../support/folder';

/**
 * Reads documents that have one operation, `getIt`, as contracts, in a folder that is there as long as the tests of a
 * file run: `undefined` where a document is refused.
 */
export function importing(): (document: unknown) => Contract | undefined {
  const folder = makeFolder({});
  afterAll(() => folder.remove());
  return (document) => {
    const file = join(folder.path, 'document.json');
    writeFileSync(file, JSON.stringify(document));
    return unlessRefused<Contract | undefined>(
      () => defineContract(sourceOfDocument(readDocument(file, 'getIt'))),
      () => undefined,
    );
  };
}
