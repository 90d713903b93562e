import { linesIn } from '../../../src/app/report/line-of';
import { type Folder, makeFolder } from '../../support/folder';

const MODEL = `export const models = {
  User: {
    type: 'object',
    properties: {
      id: { type: 'string' },
      accountId: { type: 'string' },
      sessions: {
        type: 'array',
        items: { $ref: '#/$defs/Session' },
      },
      address: {
        type: 'object',
        properties: {
          'post-code': { type: 'string' },
        },
      },
    },
  },
  Session: {
    type: 'object',
    properties: {
      accountId: { type: 'string' },
    },
  },
};
`;

const YAML = `components:
  schemas:
    Order:
      properties:
        total:
          $ref: '#/components/schemas/Money'
    Money:
      properties:
        cents:
          type: integer
`;

let folder: Folder;
beforeAll(() => {
  folder = makeFolder({
    'contracts/user/contract.ts': "import { models } from './model';\nexport default { models };\n",
    'contracts/user/model.ts': MODEL,
    'orders.yaml': YAML,
    'src/parser.ts': '// A parser.\nexport async function parseUser(body: string) {}\nexports.other = 1;\n',
  });
});
afterAll(() => folder.remove());

it.each([
  ['contracts/user/contract.ts', '/accountId', 'contracts/user/model.ts', 6],
  ['contracts/user/contract.ts', '/account_id', 'contracts/user/model.ts', 6],
  ['contracts/user/contract.ts', '/sessions/0/accountId', 'contracts/user/model.ts', 22],
  ['contracts/user/contract.ts', '/sessions/[]/accountId', 'contracts/user/model.ts', 22],
  ['contracts/user/contract.ts', '/address/post-code', 'contracts/user/model.ts', 14],
  ['contracts/user/contract.ts', '/address/unknown', 'contracts/user/model.ts', 11],
  ['contracts/user/contract.ts', '/nowhere', 'contracts/user/contract.ts', 1],
  ['contracts/user/contract.ts', '', 'contracts/user/contract.ts', 1],
  ['orders.yaml', '/total/cents', 'orders.yaml', 9],
  ['absent.ts', '/id', 'absent.ts', 1],
])('finds in %s the member %s', (file, pointer, inFile, line) => {
  expect(linesIn(folder.path)(file, { pointer })).toEqual({ file: inFile, line });
});

it.each([
  ['parseUser', 2],
  ['other', 3],
  ['absent', 1],
])('finds where a parser gives %s out', (name, line) => {
  expect(linesIn(folder.path)('src/parser.ts', { pointer: '/id', export: name })).toEqual({
    file: 'src/parser.ts',
    line,
  });
});
