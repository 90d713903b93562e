import { defineContract, unlessRefused } from '../../contract';
import { type DocumentWarning, type ImportedDocument, sourceOfDocument } from '../../importers';
import { type Finding, fingerprint } from '../../result';
import { exampleFindings } from './example-findings';
import { patternFindings } from './pattern-findings';

/** A warning about a document, as a finding. */
const findingOf = ({ where, message }: DocumentWarning): Finding => ({
  rule: 'document',
  level: 'warning',
  pointer: '',
  message: `${where}: ${message}`,
  expected: '',
  actual: '',
  fingerprint: fingerprint({ rule: 'document', place: where, scope: message }),
});

/** What is warned of in a file. */
export const fileFindings = (warnings: readonly DocumentWarning[]): Finding[] => warnings.map(findingOf);

/** Examples of a document that are wrong, and patterns that nothing fits; none where no contract can be made of it, which says so elsewhere. */
export function contentFindings(document: ImportedDocument): Finding[] {
  const found = (): Finding[] => {
    const contract = defineContract(sourceOfDocument(document), { wireNames: 'documented' });
    return [...exampleFindings(contract), ...patternFindings(contract)];
  };
  return unlessRefused(found, () => []);
}
