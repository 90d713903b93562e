import ts from 'typescript';
import { configEntry } from '../../../src/app/init/config-file';
import type { Plan } from '../../../src/app/init/plan';
import { statesFile } from '../../../src/app/init/states-file';

const NAME = "the owner's pet exists";

/** What the compiler says against the text of a program. */
const problemsIn = (text: string): unknown[] =>
  ts.transpileModule(text, { reportDiagnostics: true }).diagnostics?.map(({ messageText }) => messageText) ?? [];

describe('what init writes of names in a document', () => {
  it('is a program whatever stands in them', () => {
    expect(problemsIn(statesFile([NAME], [{ module: "../owner's/states", names: [] }]))).toEqual([]);
    const plan = { folder: 'contracts/pets', path: `the owner's/api.yaml`, document: { name: 'pets' } } as Plan;
    const entry = configEntry(plan, { baseUrl: '$PROVIDER_URL', hasStates: true });
    expect(problemsIn(`export default [\n${entry}\n];`)).toEqual([]);
  });

  it('names the state as the document does', () => {
    expect(statesFile([NAME], [])).toContain(`"${NAME}": setUp,`);
  });
});
