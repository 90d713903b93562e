import { join } from 'node:path';
import { generateCases } from '../../src/cases';
import { bodyBytes, type Case, type Contract, defineContract } from '../../src/contract';
import { readDocument, sourceOfDocument } from '../../src/importers';
import { isBeyondAjv, OriginalJudge } from '../support/original-judge';

const FIXTURES = join(__dirname, '../unit/importers/openapi/fixtures');

/** Operations, each with the schema of its successful answer as the document has it. */
const OPERATIONS: readonly (readonly [document: string, operation: string, schema: string])[] = [
  ['petstore.yaml', 'listPets', '#/paths/~1pets/get/responses/200/content/application~1json/schema'],
  ['petstore.yaml', 'addPet', '#/components/schemas/Pet'],
  ['petstore.yaml', 'getOwner', '#/components/schemas/Owner'],
  [
    'billing.yaml',
    'GetCustomersCustomer',
    '#/paths/~1v1~1customers~1{customer}/get/responses/200/content/application~1json/schema',
  ],
  ['billing.yaml', 'GetCharges', '#/paths/~1v1~1charges/get/responses/200/content/application~1json/schema'],
  ['billing.yaml', 'GetEventsId', '#/components/schemas/event'],
  ['billing.yaml', 'GetPaymentMethodsId', '#/components/schemas/payment_method'],
  ['code-host.yaml', 'repos/get', '#/components/schemas/full-repository'],
  [
    'code-host.yaml',
    'repos/get-content',
    '#/paths/~1repos~1{owner}~1{repo}~1contents~1{path}/get/responses/200/content/application~1json/schema',
  ],
  ['code-host.yaml', 'issues/get', '#/components/schemas/issue'],
  ['code-host.yaml', 'search/code', '#/paths/~1search/get/responses/200/content/application~1json/schema'],
  ['cluster.json', 'readCustomResourceDefinition', '#/definitions/apiextensions.v1.CustomResourceDefinition'],
  ['cluster.json', 'readPod', '#/definitions/core.v1.Pod'],
  ['cluster.json', 'getVersion', '#/definitions/version.Info'],
  ['health/openapi.yaml', 'readBundle', 'models/bundle.json'],
  ['health/openapi.yaml', 'readQuestionnaire', 'models/questionnaire.yaml'],
];

/** Cases about which the document as it stands says otherwise, as sentences. */
function disagreements(cases: readonly Case[], allows: (body: string) => boolean): string[] {
  return cases
    .filter((testCase) => testCase.verdict !== 'either' && !isBeyondAjv(testCase))
    .filter((testCase) => allows(bodyBytes(testCase).toString('utf8')) !== (testCase.verdict === 'accept'))
    .map((testCase) => `${testCase.verdict} ${testCase.id}: ${testCase.body?.slice(0, 300)}`);
}

const edgeCases = (contract: Contract): Case[] => [...generateCases(contract, { mode: 'edge', seed: 1 })];

describe('the cases of documents agree with ajv on the document as it stands', () => {
  const judges = new Map<string, OriginalJudge>();
  const judgeOf = (folder: string): OriginalJudge => {
    const judge = judges.get(folder) ?? OriginalJudge.ofFolder(folder);
    judges.set(folder, judge);
    return judge;
  };

  it.each(OPERATIONS)('%s#%s', (document, operation, schema) => {
    const contract = defineContract(sourceOfDocument(readDocument(join(FIXTURES, document), operation)));
    const cases = edgeCases(contract);
    expect(cases.filter(({ verdict }) => verdict === 'accept').length).toBeGreaterThan(3);
    const isFolder = document.includes('/');
    const judge = judgeOf(isFolder ? join(FIXTURES, 'health') : FIXTURES);
    const allows = judge.judge(isFolder ? schema : document + schema);
    expect(disagreements(cases, allows)).toEqual([]);
  });
});
