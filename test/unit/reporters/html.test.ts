import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { files } from '../../../package.json';
import { REPORTERS } from '../../../src/reporters';
import { pageScript } from '../../../src/reporters/html/page-script';
import { visible } from '../../../src/result';
import { fixedRun, HOSTILE } from '../../support/fixed-run';

const ASSETS = join(__dirname, '../../../assets/report');
const page = REPORTERS.get('html')?.render(fixedRun) ?? '';

const between = (start: string, end: string): string => page.split(start)[1]?.split(end)[0] ?? '';
const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the HTML report', () => {
  it('holds one script and one style, and its policy allows just these', () => {
    const policy = between('Content-Security-Policy" content="', '"');
    const script = between('<script>', '</script>');
    const style = between('<style>', '</style>');
    expect(policy).toBe(
      `default-src 'none'; script-src ${sha256(script)}; style-src ${sha256(style)}; base-uri 'none'; form-action 'none'`,
    );
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<style/g)).toHaveLength(1);
  });

  it('names nothing that could be loaded', () => {
    expect(page.replace(/<script type="application\/json"[\s\S]*?<\/script>/, '')).not.toMatch(
      /https?:|url\(|@import|\bsrc=/,
    );
  });

  it('holds the whole run as data, whatever is in it', () => {
    const data = between('<script type="application/json" id="run">', '</script>');
    expect(data).not.toContain('<');
    expect(JSON.parse(data)).toEqual(fixedRun);
    expect(JSON.stringify(fixedRun)).toContain('</script>');
  });

  it('escapes what stands in the page itself', () => {
    const hostile =
      REPORTERS.get('html')?.render({ ...fixedRun, contract: HOSTILE, results: [], interactions: [] }) ?? '';
    expect(hostile).not.toMatch(/<script>alert|<img/);
  });

  it('never parses text as HTML', () => {
    const scripts = readdirSync(ASSETS).filter((file) => file.endsWith('.mjs'));
    expect(scripts.length).toBeGreaterThan(10);
    for (const file of scripts) {
      expect(readFileSync(join(ASSETS, file), 'utf8')).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|\beval\b|new Function|<\/script/,
      );
    }
  });

  describe('its texts', () => {
    const module = readFileSync(join(ASSETS, 'text.mjs'), 'utf8');
    const script = pageScript([{ name: 'text', text: module }]).replace(/\}\)\(\);\n$/, 'return module_text;\n})();');
    const text = Function(`return ${script.replace("'use strict';\n", '')}`)() as {
      visible: typeof visible;
      readable: (text: string) => string;
    };

    it('show the same characters as escapes as the other reports do', () => {
      for (let code = 0; code <= 0x2100; code += 1) {
        const character = String.fromCodePoint(code);
        if (character !== '\r') expect([code, text.visible(character)]).toEqual([code, visible(character)]);
      }
      expect(text.visible('\ud800\ufeff')).toBe(visible('\ud800\ufeff'));
    });

    it('put JSON on lines, every digit and every member as it stands', () => {
      const json = String.raw`{"a":9007199254740993, "a":1e0,"b":[],"c":{"d":"x\"{y}, "},"e":[true,null]}`;
      expect(text.readable(json)).toBe(
        [
          '{',
          '  "a": 9007199254740993,',
          '  "a": 1e0,',
          '  "b": [],',
          '  "c": {',
          String.raw`    "d": "x\"{y}, "`,
          '  },',
          '  "e": [',
          '    true,',
          '    null',
          '  ]',
          '}',
        ].join('\n'),
      );
      expect(text.readable('PUT /x\n\n{"a":1}')).toBe('PUT /x\n\n{\n  "a": 1\n}');
      expect(text.readable('{"a":')).toBe('{"a":');
    });
  });

  it('is in the package', () => {
    expect(files).toContain('assets');
  });
});

describe('the link of the page’s modules', () => {
  it('puts each after what it imports, in a scope of its own', () => {
    const script = pageScript([
      { name: 'a', text: "import { double } from './b-c.mjs';\n\nconst own = 4;\nresult.push(double(own));\n" },
      {
        name: 'b-c',
        text: 'const own = 2;\nexport function double(n) {\n  return n * own;\n}\nexport const other = 1;\n',
      },
    ]);
    const result: number[] = [];
    Function('result', script)(result);
    expect(result).toEqual([8]);
  });
});
