// How quickly the HTML report opens and filters 10,000 results, against one of 100, in Chromium:
// `npx jiti bench/report/main.ts`. CHROMIUM names another browser.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { REPORTERS } from '../../src/reporters';
import { largeRun } from '../../test/support/large-run';

const ROUNDS = 7;

/** Milliseconds until the page was usable, and from a key in the search box to the filtered list. */
const TIMES = `(() => {
  const search = document.querySelector('input[type=search]');
  search.value = 'row 99';
  const started = performance.now();
  search.dispatchEvent(new Event('input', { bubbles: true }));
  document.body.getBoundingClientRect();
  const filtered = performance.now() - started;
  return [performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd, filtered];
})()`;

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

async function timesOf(browser: Browser, url: string): Promise<[number, number]> {
  const page = await browser.newPage();
  await page.goto(url);
  const times = await page.evaluate<[number, number]>(TIMES);
  await page.close();
  return times;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pactcheck-bench-'));
  const url = (size: number): string => {
    const file = join(folder, `${size}.html`);
    writeFileSync(file, REPORTERS.get('html')?.render(largeRun(size)) ?? '');
    return `${pathToFileURL(file).href}#/results`;
  };
  const [small, large] = [url(100), url(10_000)];
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--headless', '--disable-gpu'] });
  const rounds: { small: [number, number]; large: [number, number] }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ small: await timesOf(browser, small), large: await timesOf(browser, large) });
  }
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
  for (const [what, index] of [
    ['opened', 0],
    ['filtered', 1],
  ] as const) {
    const [few, many] = [median(rounds.map((round) => round.small[index])), median(rounds.map((r) => r.large[index]))];
    const ratio = median(rounds.map((round) => round.large[index] / round.small[index]));
    console.log(
      `${what.padEnd(9)} 10,000 results ${many.toFixed(1)} ms, 100 results ${few.toFixed(1)} ms, ${ratio.toFixed(1)} x`,
    );
  }
}

void main();
