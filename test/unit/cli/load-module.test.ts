import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadErrorText } from '../../../src/app/load-error';
import { loadExport, loadModule } from '../../../src/app/load-module';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pactcheck-load-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

/** As in the projects of class-validator's users. */
const LEGACY = `
const seen: string[] = [];
const IsInt = () => (target: object, name: string) => void seen.push(typeof target + ' ' + name);
class Model {
  @IsInt() amount!: number;
  @IsInt()
  private readonly note!: string;
  plain = 'kept!: yes';
}
export const parse = (body: string) => Object.assign(new Model(), JSON.parse(body));
export { seen };
`;

const STANDARD = `
const seen: string[] = [];
const logged = (_value: unknown, { kind, name }: ClassFieldDecoratorContext) => void seen.push(kind + ' ' + String(name));
class Model {
  @logged amount!: number;
}
export const parse = (body: string) => Object.assign(new Model(), JSON.parse(body));
export { seen };
`;

const withTypeScript = (): void =>
  symlinkSync(join(__dirname, '../../../node_modules'), join(folder, 'node_modules'), 'dir');

type Loaded = { readonly parse: (body: string) => object; readonly seen: readonly string[] };

describe('a module with decorators', () => {
  it.each([true, false])('of the older kind loads (TypeScript in the project: %p)', async (hasTypeScript) => {
    if (hasTypeScript) withTypeScript();
    write('tsconfig.json', '{ "compilerOptions": { "experimentalDecorators": true } }');
    write('model.ts', LEGACY);
    const { parse, seen } = (await loadModule('model.ts', folder)) as unknown as Loaded;
    expect(seen).toEqual(['object amount', 'object note']);
    expect(parse('{"amount":1}')).toMatchObject({ amount: 1, plain: 'kept!: yes' });
  });

  it("of the standard's kind loads", async () => {
    withTypeScript();
    write('tsconfig.json', '{}');
    write('model.ts', STANDARD);
    const { parse, seen } = (await loadModule('model.ts', folder)) as unknown as Loaded;
    expect(seen).toEqual(['field amount']);
    expect(parse('{"amount":1}')).toMatchObject({ amount: 1 });
  });
});

describe('a module that does not load', () => {
  it.each([
    ['export const a = 1;\nexport const b = () => { const = 3; };\n', /: Unexpected token \(broken\.ts:2\)$/],
    ['\nconst x: any = undefined;\nexport const y = x.foo.bar;\n', /: .* undefined .* \(broken\.ts:3\)$/],
    ["import { z } from './gone';\nexport const y = z;\n", /: Cannot find module '\.\/gone'/],
    ["throw 'no';", /: no$/],
  ])('says file, line and cause: %j', async (text, message) => {
    write('broken.ts', text);
    write('outer.ts', "export { y } from './broken';\n");
    await expect(loadExport('outer.ts#y', folder)).rejects.toThrow(message);
  });

  it('names the file that requires what is not there, as Node says it', () => {
    const error = Object.assign(new Error("Cannot find module './gone'\nRequire stack:\n- /a/b/parser.ts\n- /a/c.ts"));
    expect(loadErrorText(error, '/a')).toBe("Cannot find module './gone' (b/parser.ts)");
  });
});
