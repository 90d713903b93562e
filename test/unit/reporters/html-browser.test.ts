import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { REPORTERS } from '../../../src/reporters';
import { joinRuns, type Run, resultOf, runOf } from '../../../src/result';
import { fixedRun, HOSTILE } from '../../support/fixed-run';
import { largeRun } from '../../support/large-run';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const ARGUMENTS = ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking'];
const ROUTES = ['#/', '#/findings', '#/coverage', '#/pairs', '#/results', '#/pacts'];
const VIOLATIONS = `axe.run().then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;
const AXE = require.resolve('axe-core/axe.min.js');

const inBrowser = existsSync(CHROMIUM) ? describe : describe.skip;
const reason = existsSync(CHROMIUM) ? '' : ` (skipped: there is no ${CHROMIUM}; set CHROMIUM to one)`;

const result7 = 'updateMyUser 200 row 7';

inBrowser(`the HTML report in Chromium${reason}`, () => {
  let folder = '';
  const problems: string[] = [];
  let browser: Browser;

  const written = (name: string, run: Run): string => {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, REPORTERS.get('html')?.render(run) ?? '');
    return pathToFileURL(file).href;
  };
  let small = '';
  let large = '';

  /** A page that notes each error, each refusal of the policy and each request. */
  const opened = async (url: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await (await browser.newContext(options)).newPage();
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('dialog', (dialog) => {
      problems.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => request.url().startsWith('file:') || problems.push(request.url()));
    page.setDefaultTimeout(0);
    await page.goto(url);
    return page;
  };

  /** The address as the page itself knows it: the driver's copy comes later. */
  const address = (page: Page): Promise<string> => page.evaluate('location.href');

  /** Waits until the focus is where `isThere` says, an expression over `focused`. */
  const focusComes = (page: Page, isThere: string): Promise<unknown> =>
    page.waitForFunction(`(({ textContent: focused }) => ${isThere})(document.activeElement)`);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pactcheck-report-'));
    small = written('small', fixedRun);
    large = written('large', largeRun(10_000));
    const { chromium } = require('playwright-core') as typeof import('playwright-core');
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS, timeout: 0 });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(() => {
    expect(problems.splice(0)).toEqual([]);
  });

  it('says the verdict and the warnings first', async () => {
    const page = await opened(small);
    const sections = await page.locator('main > section').allInnerTexts();
    expect(sections[0]).toMatch(/^FAILED\n+3 failed/);
    expect(sections[1]).toMatch(/^Before you trust the verdict\n+1 interaction was declined/);
    expect(await page.title()).toBe('Overview: FAILED verify user-update-resp');
  });

  it('says of each part what it covered: pacts and a short run of the fuzzer are not added up', async () => {
    const cells = [
      { site: '/status', class: 'ACTIVE', covered: true },
      { site: '/status', class: 'RESET', covered: false },
    ];
    const fuzzed: Run = {
      ...runOf({ command: 'fuzz', contract: 'user-update-resp', seed: 1 }, [resultOf('/status unknown', [])], 1),
      coverage: { classes: { covered: 1, feasible: 2 }, cells },
    };
    const page = await opened(written('parts', joinRuns([fixedRun, fuzzed])));
    const covered = page.locator('section', { hasText: 'Covered, each part for itself' });
    expect(await covered.locator('h4').allInnerTexts()).toEqual(['fuzz user-update-resp', 'verify user-update-resp']);
    expect(await covered.locator('.figure').allInnerTexts()).toEqual([
      expect.stringContaining('1 of 2'),
      expect.stringContaining('14 of 16'),
      expect.stringContaining('53 of 54'),
    ]);
  });

  it('explains its words where they stand', async () => {
    const page = await opened(`${small}#/coverage`);
    await page.locator('summary', { hasText: 'What the words mean' }).click();
    expect(await page.locator('.words dt').allInnerTexts()).toContain('astral');
  });

  it('shows hostile text as text', async () => {
    const page = await opened(`${small}#/findings?rule=type`);
    expect(await page.locator('main').innerText()).toContain(
      '</script><script>alert(1)</script><img src=x onerror=alert(2)>',
    );
    expect(await page.locator('main img, main script').count()).toBe(0);
    await page.locator('.body a').first().click();
    await page.locator('h3.id').waitFor();
    expect(await page.locator('h3.id').innerText()).toContain(HOSTILE.slice(0, 40));
    expect(await page.locator('pre').first().innerText()).toContain('\\u0000\\u0008\\u2028\\ud800');
  });

  it('shows a finding with expected against got, the payload and both commands', async () => {
    const page = await opened(`${small}#/findings`);
    await page.locator('summary', { hasText: 'did you mean' }).click();
    const body = page.locator('details[open] .body');
    await body.locator('.got').waitFor();
    expect(await body.locator('.expected').innerText()).toContain('one of "ACTIVE"');
    expect(await body.locator('.got').innerText()).toContain('"active"');
    expect(await body.locator('.code-head span').allInnerTexts()).toEqual([
      'request',
      'replay',
      'curl',
      'payload',
      'response',
    ]);
    expect(await page.locator('details[open] summary').innerText()).toMatch(/updateMyUser 200 · 2 results$/);
    expect(await body.locator('a', { hasText: 'row 03' }).count()).toBe(1);
  });

  it('filters, says so in the address, and is opened again from there', async () => {
    const page = await opened(`${large}#/results`);
    await page.locator('input[type=search]').fill('row 70');
    await page.locator('select[name=status]').selectOption('failed');
    expect(await page.locator('main [role=status]').innerText()).toMatch(/^\d+ of \d+ results shown$/);
    expect(await address(page)).toContain('#/results?q=row+70&status=failed');
    const again = await opened(await address(page));
    expect(await again.locator('.result').allInnerTexts()).toEqual(await page.locator('.result').allInnerTexts());
    const linked = await opened(`${large}#/results/${encodeURIComponent(result7)}`);
    expect(await linked.locator('h3.id').innerText()).toContain(result7);
  });

  it('leads from a cell to what covered it, and from a pair to what is missing', async () => {
    const page = await opened(`${small}#/coverage`);
    await page.locator('button.tile', { hasText: 'INACTIVE' }).click();
    expect(await page.locator('.told:not(:empty)').innerText()).toMatch(
      /INACTIVE: covered\.\n+Covered by\n+updateMyUser 200 row 02/,
    );
    const linked = await opened(await address(page));
    expect(await linked.locator('.tile.chosen').innerText()).toContain('INACTIVE');
    const pairs = await opened(`${small}#/pairs`);
    await pairs.locator('button[aria-label="/address with /email: 8 of 9, 1 never met"]').click();
    expect(await pairs.locator('.told').innerText()).toMatch(/Never met:[\s\S]*absent\s+longest/);
  });

  it('lets the pacts be read', async () => {
    const page = await opened(`${small}#/pacts`);
    await page.locator('input[type=search]').fill('row 02');
    expect(await page.locator('summary').allInnerTexts()).toEqual([expect.stringContaining('row 02')]);
    await page.locator('summary').click();
    await page.locator('details[open] pre').first().waitFor();
    expect(await page.locator('.code-head span').allInnerTexts()).toEqual(['state', 'request', 'response']);
  });

  it('is used by keyboard alone', async () => {
    const page = await opened(small);
    await page.keyboard.press('Tab');
    await focusComes(page, `focused === 'Skip to the content'`);
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/coverage$/);
    await focusComes(page, `focused === 'Coverage'`);
    await page.locator('button.tile').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await page.locator('.told:not(:empty)').innerText()).toContain('INACTIVE: covered.');
    await page.keyboard.press('ArrowDown');
    await focusComes(page, `focused.includes('role')`);
  });

  it('shows a hundred of 10,000 results, and the one that is searched for', async () => {
    const page = await opened(`${large}#/results`);
    expect(await page.locator('.result').count()).toBe(100);
    await page.locator('input[type=search]').fill('row 9999');
    expect(await page.locator('.result').count()).toBe(1);
  });

  it('shows what a joined run was joined from', async () => {
    const joined = joinRuns([fixedRun, { ...fixedRun, command: 'fuzz' }]);
    const page = await opened(written('joined', joined));
    expect(await page.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringContaining('fuzz'),
      expect.stringContaining('verify'),
    ]);
  });

  it('keeps apart what the parts of a joined run covered', async () => {
    const uncovered = {
      classes: { covered: 0, feasible: 1 },
      cells: [{ site: '/only', class: 'fuzzed', covered: false }],
    };
    const joined = joinRuns([fixedRun, { ...fixedRun, command: 'audit', coverage: uncovered }]);
    const page = await opened(`${written('parts', joined)}#/coverage`);
    expect(await page.locator('.row h3').allInnerTexts()).toEqual(['/only 0 of 1']);
    await page.locator('select[name=part]').selectOption('verify user-update-resp');
    expect(await page.locator('.row h3').first().innerText()).toBe('/status 2 of 3');
    await page.locator('button.tile', { hasText: 'INACTIVE' }).click();
    const linked = await opened(await address(page));
    expect(await linked.locator('.tile.chosen').innerText()).toContain('INACTIVE');
    await linked.locator('.told a').click();
    await linked.locator('h3.id').waitFor();
    expect(await linked.locator('h3.id').innerText()).toContain('verify user-update-resp: updateMyUser 200 row 02');
  });

  it('is checked by rules and by a policy that notice', async () => {
    const page = await opened(small);
    await page.evaluate(readFileSync(AXE, 'utf8'));
    await page.evaluate(`document.querySelector('main').append(document.createElement('img'))`);
    expect(await page.evaluate(VIOLATIONS)).toEqual(['image-alt: <img>']);
    const refused = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'));
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('script'), { textContent: 'alert(1)' }))`,
    );
    await refused;
    expect(problems.splice(0)).toEqual([expect.stringContaining('Content Security Policy')]);
  });

  it.each([
    ['light', { colorScheme: 'light', viewport: { width: 1200, height: 900 } }],
    ['dark', { colorScheme: 'dark', viewport: { width: 1200, height: 900 } }],
    ['on a phone', { colorScheme: 'light', viewport: { width: 360, height: 740 }, isMobile: true }],
  ] as const)('is accessible and fits, %s', async (_name, options) => {
    const page = await opened(small, options);
    await page.evaluate(readFileSync(AXE, 'utf8'));
    for (const route of ROUTES) {
      await page.evaluate(`location.hash = '${route}'`);
      await page.waitForFunction(`document.querySelector('[aria-current]').getAttribute('href') === '${route}'`);
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect([route, await page.evaluate(VIOLATIONS)]).toEqual([route, []]);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect([route, Number(overflow) > 0]).toEqual([route, false]);
    }
  });
});
