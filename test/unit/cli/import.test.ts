import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { DIALECTS, type Dialect, LEDGER, pagesIn } from '../../support/dialects';
import { makeFolder } from '../../support/folder';
import { ROOT, runCli } from '../../support/run-cli';

const DOCUMENT = join(ROOT, 'contracts/user-update-resp/UserUpdateResp.md');
const PAGES = pagesIn(DIALECTS[1] as Dialect, LEDGER);

const SHOP = `
openapi: 3.0.3
info: { title: Shop, version: '1' }
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{ name: id, in: path, required: true, schema: { type: integer }, example: abc }]
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Pet' }
              examples:
                good: { value: { id: 1, firstName: Bo } }
                bad: { value: { id: x } }
components:
  schemas:
    Pet:
      type: object
      required: [id]
      properties:
        id: { type: integer }
        firstName: { type: string, maxLength: 5, example: Bartholomew }
`;

let folder: ReturnType<typeof makeFolder>;
let cwd = '';
const begin = (files: Record<string, string> = {}): void => {
  folder = makeFolder(files);
  cwd = folder.path;
};
const edit = (file: string, from: string | RegExp, to: string): void => {
  const before = readFileSync(join(cwd, file), 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(join(cwd, file), after);
};
afterEach(() => folder.remove());

describe('pactcheck import', () => {
  it('writes a contract folder that works at once', async () => {
    begin();
    const imported = await runCli(['import', DOCUMENT], { cwd });
    expect(imported.exitCode).toBe(0);
    expect(imported.output).toContain('26 rows read, 0 skipped');
    const target = join(cwd, 'contracts/user-update-resp');
    expect(readdirSync(target).sort()).toEqual(['contract.ts', 'model.ts']);
    const printed = await runCli(['contract', 'user-update-resp'], { cwd });
    expect(JSON.parse(printed.output).definitions.UserUpdateResp.properties).toHaveLength(26);
    expect((await runCli(['import', DOCUMENT, '--check'], { cwd })).exitCode).toBe(0);
  });

  it('writes what the compiler takes, with a type for each model', async () => {
    begin(PAGES);
    await runCli(['import', '.', '--out', 'contract', '--wire-names', 'snake_case'], { cwd });
    edit('contract/contract.ts', "from 'pactcheck'", `from '${join(ROOT, 'src/contract')}'`);
    const file = join(cwd, 'contract/contract.ts');
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8')}\nexport const one: Owner = { roles: ['reader'] };\nexport const wrong: Owner = { roles: ['nobody'] };\n`,
    );
    const program = ts.createProgram([file], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      types: ['node'],
      typeRoots: [join(ROOT, 'node_modules/@types')],
      resolveJsonModule: true,
    });
    const problems = ts.getPreEmitDiagnostics(program).filter((problem) => problem.file?.fileName === file);
    expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([
      expect.stringContaining(`Type '"nobody"' is not assignable`),
    ]);
    const printed = await runCli(['contract', 'contract/contract.ts'], { cwd });
    expect(JSON.parse(printed.output).wireNames).toBe('snake_case');
  });

  it('takes a folder of pages, or one operation of it, and leaves the pages where they are', async () => {
    begin(Object.fromEntries(Object.entries(PAGES).map(([name, text]) => [`docs/${name}`, text])));
    const imported = await runCli(['import', 'docs#listEntries'], { cwd });
    expect(imported.output).toContain('LedgerEntry.md: 4 rows read, 0 skipped\n');
    expect(readdirSync(join(cwd, 'contracts/list-entries')).sort()).toEqual(['contract.ts', 'model.ts']);
    expect((await runCli(['import', 'docs#listEntries', '--check'], { cwd })).exitCode).toBe(0);
    const cases = await runCli(['cases', 'docs#getAccount', '--verdict', 'accept', '--count', '3'], { cwd });
    expect(cases).toMatchObject({ exitCode: 0, output: expect.stringContaining('accountId') });
  });

  it('keeps what was added by hand, and shows what changed and what differs', async () => {
    begin({ 'UserUpdateResp.md': readFileSync(DOCUMENT, 'utf8') });
    await runCli(['import', 'UserUpdateResp.md'], { cwd });
    const file = 'contracts/user-update-resp/contract.ts';
    edit(
      file,
      'refinements: {}',
      "refinements: { UserUpdateResp: { '/address': { maxLength: 100, type: 'integer' } } }",
    );
    const byHand = readFileSync(join(cwd, file), 'utf8');
    edit('UserUpdateResp.md', '&quot;INACTIVE&quot;', '&quot;LOCKED&quot;');
    edit('UserUpdateResp.md', /^\*\*phoneNumber\*\*.*\n/m, '**nickname** | **String** |  |  [optional]\n');
    const again = await runCli(['import', 'UserUpdateResp.md'], { cwd });
    expect(again.exitCode).toBe(0);
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(byHand);
    expect(again.output.split('\n').slice(3)).toEqual([
      'wrote contracts/user-update-resp/model.ts',
      '  + UserUpdateResp.nickname: optional {"type":"string"}',
      '  ~ UserUpdateResp.status: was {"type":"string","enum":["ENROLLING","INVITED","ACTIVE","RESET","INACTIVE"]}, is {"type":"string","enum":["ENROLLING","INVITED","ACTIVE","RESET","LOCKED"]}'.replace(
        /was (.{79}).*?, is (.{79}).*/,
        'was $1…, is $2…',
      ),
      '  - UserUpdateResp.phoneNumber: {"type":"string"}',
      `kept ${file} as it is`,
      expect.stringContaining('differs UserUpdateResp/address: the document says string, the contract integer'),
      '',
    ]);
    const third = await runCli(['import', 'UserUpdateResp.md'], { cwd });
    expect(third.output).toContain('unchanged: contracts/user-update-resp/model.ts');
  });

  it('lets the contract give own names on the wire, which are no drift', async () => {
    const rows = ['**var_from**', '**_class**', '**atType**', '**paidAt**'].map((name) => `${name} | **String** |  | `);
    begin({
      'Pay.md': `# Pay\n\n## Properties\nName | Type | Description | Notes\n--- | --- | --- | ---\n${rows.join('\n')}\n`,
    });
    await runCli(['import', 'Pay.md', '--wire-names', 'snake_case'], { cwd });
    const names = "names: { var_from: 'from', _class: 'class', atType: '@type' }";
    edit(
      'contracts/pay/contract.ts',
      'refinements: {}',
      `${names}, refinements: { Pay: { '/var_from': { enum: ['a'] } } }`,
    );
    const { exitCode, output } = await runCli(['cases', 'pay', '--verdict', 'accept', '--count', '1'], { cwd });
    expect(exitCode).toBe(0);
    expect(JSON.parse(JSON.parse(output).body)).toEqual({
      from: 'a',
      class: expect.any(String),
      '@type': expect.any(String),
      paid_at: expect.any(String),
    });
    expect((await runCli(['import', 'Pay.md', '--check'], { cwd })).exitCode).toBe(0);
    edit('contracts/pay/contract.ts', 'atType:', 'atTyp:');
    expect(await runCli(['cases', 'pay'], { cwd })).toMatchObject({
      exitCode: 2,
      failure: { message: expect.stringContaining('names has atTyp, and no property'), next: expect.any(String) },
    });
  });

  it('says so where what was added by hand no longer fits, and keeps it', async () => {
    begin({ 'UserUpdateResp.md': readFileSync(DOCUMENT, 'utf8') });
    await runCli(['import', 'UserUpdateResp.md'], { cwd });
    const file = 'contracts/user-update-resp/contract.ts';
    edit(file, 'refinements: {}', "refinements: { UserUpdateResp: { '/address': { maxLength: 100 } } }");
    edit('UserUpdateResp.md', /^\*\*address\*\*.*\n/m, '');
    const again = await runCli(['import', 'UserUpdateResp.md'], { cwd });
    expect(again).toMatchObject({
      exitCode: 2,
      failure: { message: expect.stringContaining('the refinement UserUpdateResp/address names a place') },
    });
    expect(readFileSync(join(cwd, file), 'utf8')).toContain('maxLength: 100');
  });

  it('is a run for programs: a result for each file, its warnings as findings', async () => {
    begin({
      'Pet.md':
        '# Pet\n\n## Properties\nName | Type | Description | Notes\n--- | --- | --- | ---\n**tag** | [**Tag**](Tag.md) |  | [odd]\n',
    });
    const { exitCode, run } = await runCli(['import', 'Pet.md', '--json'], { cwd });
    expect(exitCode).toBe(0);
    expect(run).toMatchObject({ command: 'import', contract: 'pet', summary: { passed: 1, failed: 0 } });
    expect(run?.results[0]).toMatchObject({ id: 'Pet.md', details: { read: '1', skipped: '0' } });
    expect(run?.results[0]?.findings.map(({ rule, level, message }) => [rule, level, message])).toEqual([
      ['document', 'warning', 'Pet.md:6: the note [odd] of tag is not understood'],
      [
        'document',
        'warning',
        'Pet.md:6: tag refers to the model Tag, which is not beside it: it stays open until contract.ts says what it is',
      ],
    ]);
    expect(readFileSync(join(cwd, 'contracts/pet/contract.ts'), 'utf8')).toContain('Tag: {},');
  });

  it('works on a page as a contract, without an import', async () => {
    begin();
    const printed = await runCli(['contract', DOCUMENT, '--quiet']);
    expect(Object.keys(JSON.parse(printed.output).definitions)).toEqual([
      'UserUpdateResp',
      'ActiveSession',
      'LoginHistory',
    ]);
  });

  it('is not needed to hear what a document warns of: a few of it, on stderr', async () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((name) => `**${name}** | [**${name.toUpperCase()}**](x.md) |  | \n`);
    begin({
      'Pet.md': `# Pet\n\n## Properties\nName | Type | Description | Notes\n--- | --- | --- | ---\n${rows.join('')}`,
    });
    const told = async (...more: string[]): Promise<string[]> => {
      const { output } = await runCli(['cases', 'Pet.md', '--count', '1', ...more], { cwd });
      return output.split('\n').filter((line) => line.startsWith('warning'));
    };
    expect(await told()).toEqual([
      expect.stringMatching(/^warning Pet\.md:6: a refers to the model A, which is not beside it/),
      expect.stringContaining('Pet.md:7'),
      expect.stringContaining('Pet.md:8'),
      'warning Pet.md: 2 more; pactcheck import Pet.md --out DIR tells them all',
    ]);
    expect(await told('--quiet')).toEqual([]);
  });

  it('has its place taken by no file that is neither a document nor a contract', async () => {
    begin({ 'page.json': '<!DOCTYPE html>' });
    const { exitCode, failure } = await runCli(['cases', 'page.json#getPet'], { cwd });
    expect([exitCode, failure?.message]).toEqual([2, expect.stringContaining('page.json is neither a document')]);
  });

  it('is needed where the answer is of a page that cannot be trusted', async () => {
    const { 'Owner.md': _, ...pages } = PAGES;
    begin({ ...pages, 'Owner.md': '# Owner\n\n## Properties\n\nName | Type\n---- | ----\n`name` | string\n' });
    const direct = await runCli(['cases', '.#updateOwner'], { cwd });
    expect(direct).toMatchObject({
      exitCode: 2,
      failure: {
        message: expect.stringMatching(
          /the answer holds Owner, whose page is refused: .*which properties are optional/,
        ),
        next: 'Import the pages with `pactcheck import`, and write Owner into contract.ts.',
      },
    });
    expect((await runCli(['import', '.#updateOwner', '--out', 'owner'], { cwd })).exitCode).toBe(0);
    expect(readFileSync(join(cwd, 'owner/contract.ts'), 'utf8')).toContain('Owner: {},');
  });

  it.each([
    ['Pet.md', 'Pet.md:3'],
    ['nothing.md', 'cannot be read'],
    ['empty', 'no pages of models or operations'],
    ['#getPet', 'no document is named'],
    ['thing.txt', 'cannot be imported'],
  ])('refuses %s, and says why', async (document, message) => {
    begin({
      'Pet.md': '## Properties\n\nName | Type\n---- | ----\n`a` | string\n',
      'empty/README.txt': '',
      'thing.txt': '',
    });
    const outcome = await runCli(['import', document], { cwd });
    expect(outcome).toMatchObject({
      exitCode: 2,
      failure: { message: expect.stringContaining(message), next: expect.any(String) },
    });
  });
});

describe('pactcheck import --check', () => {
  it('warns of a model that no page describes until the contract says what it is', async () => {
    begin({
      'Pet.md':
        '# Pet\n\n## Properties\nName | Type | Description | Notes\n--- | --- | --- | ---\n**tag** | [**Tag**](Tag.md) |  | \n',
    });
    await runCli(['import', 'Pet.md'], { cwd });
    const warned = async (): Promise<unknown> =>
      (await runCli(['import', 'Pet.md', '--check', '--json'], { cwd })).run?.results.flatMap(({ findings }) =>
        findings.map(({ message }) => message),
      );
    expect(await warned()).toEqual([expect.stringContaining('tag refers to the model Tag, which is not beside it')]);
    edit('contracts/pet/contract.ts', 'Tag: {}', "Tag: { type: 'string' }");
    expect(await warned()).toEqual([]);
  });

  it('finds that they drifted apart, with exit code 1', async () => {
    begin({
      'UserUpdateResp.md': readFileSync(DOCUMENT, 'utf8').replace('&quot;INACTIVE&quot;', '&quot;LOCKED&quot;'),
    });
    const outcome = await runCli(
      ['import', 'UserUpdateResp.md', '--check', '--out', join(ROOT, 'contracts/user-update-resp')],
      { cwd },
    );
    expect(outcome).toMatchObject({ exitCode: 1, run: { summary: { failed: 1 } } });
    expect(outcome.run?.results[0]?.findings[0]).toMatchObject({ rule: 'enum-changed', pointer: '/status' });
  });

  it('finds an operation that moved, and takes tighter constraints for none', async () => {
    begin({ 'shop.yaml': SHOP });
    await runCli(['import', 'shop.yaml'], { cwd });
    edit('contracts/get-pet/contract.ts', 'refinements: {}', "refinements: { Pet: { '/id': { minimum: 1 } } }");
    expect((await runCli(['import', 'shop.yaml', '--check'], { cwd })).exitCode).toBe(0);
    edit('shop.yaml', '/pets/{id}', '/animals/{id}');
    const outcome = await runCli(['import', 'shop.yaml', '--check'], { cwd });
    expect(outcome.exitCode).toBe(1);
    expect(
      outcome.run?.results.flatMap(({ findings }) => findings).filter(({ level }) => level === 'error'),
    ).toMatchObject([
      {
        rule: 'operation-changed',
        expected: 'the document: GET /animals/{id}',
        actual: 'the contract: GET /pets/{id}',
      },
    ]);
  });

  it('without a contract says what to do', async () => {
    begin({ 'shop.yaml': SHOP });
    expect(await runCli(['import', 'shop.yaml', '--check'], { cwd })).toMatchObject({
      exitCode: 2,
      failure: {
        message: 'there is no contract in contracts/get-pet',
        next: expect.stringContaining('Import it first'),
      },
    });
  });
});

describe('examples in a document', () => {
  it('that are wrong are findings about it', async () => {
    begin({ 'shop.yaml': SHOP });
    const { run, exitCode } = await runCli(['import', 'shop.yaml', '--json'], { cwd });
    expect(exitCode).toBe(0);
    const findings = run?.results.find(({ id }) => id === 'examples')?.findings ?? [];
    expect(findings.map(({ rule, level, message, actual }) => [rule, level, message.split(':')[0], actual])).toEqual([
      ['example', 'warning', 'Pet/firstName', '"Bartholomew"'],
      ['example', 'warning', 'getPet parameter id', '"abc"'],
      ['example', 'warning', 'getPet 200', '{"id":"x"}'],
    ]);
    const told = await runCli(['import', 'shop.yaml'], { cwd });
    expect(told.output).toContain('warning getPet 200: the example does not fit its own schema: /id ');
    const checked = await runCli(['import', 'shop.yaml', '--check'], { cwd });
    expect(checked.run?.results.flatMap(({ findings: found }) => found).map(({ rule }) => rule)).toEqual([
      'example',
      'example',
      'example',
    ]);
  });

  it('that are right are cases, on the names of the wire', async () => {
    begin({ 'shop.yaml': SHOP });
    const bodies = async (...words: readonly string[]): Promise<string[]> => {
      const { output } = await runCli(['cases', 'shop.yaml#getPet', '--mode', 'edge', ...words], { cwd });
      const cases = output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      return cases
        .filter(({ id }) => id.includes('example'))
        .map(({ id, verdict, body }) => `${id} ${verdict} ${body}`);
    };
    expect(await bodies()).toEqual(['body example accept {"id":1,"firstName":"Bo"}']);
    expect(await bodies('--wire-names', 'snake_case')).toEqual(['body example accept {"id":1,"first_name":"Bo"}']);
  });

  it('says of a pattern that nothing fits, and of none that something does', async () => {
    const withPattern = (pattern: string): string =>
      SHOP.replace('type: string, maxLength: 5, example: Bartholomew', () => `type: string, pattern: '${pattern}'`);
    begin({ 'none.yaml': withPattern('^(?=a)b$'), 'some.yaml': withPattern('^(?=.*[A-Z])(?!.*__)\\w{8,}$') });
    const none = await runCli(['import', 'none.yaml'], { cwd });
    expect(none.output).toContain('Pet/firstName: no text was found that matches the pattern ^(?=a)b$');
    const some = await runCli(['import', 'some.yaml', '--out', 'some'], { cwd });
    expect(some.output).not.toContain('pattern');
  });
});
