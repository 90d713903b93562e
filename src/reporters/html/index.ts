import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countsText, oneLine, type Run } from '../../result';
import { jsonText } from '../json-text';
import type { Reporter } from '../reporter';
import { verdictOf } from '../verdict';
import { pageScript } from './page-script';

/** The page's own files lie outside of what is compiled: from here as far as from the compiled file. */
const ASSETS = join(__dirname, '../../../assets/report');

const read = (file: string): string => readFileSync(join(ASSETS, file), 'utf8');

const modules = (): { name: string; text: string }[] =>
  readdirSync(ASSETS)
    .filter((file) => file.endsWith('.mjs'))
    .sort()
    .map((file) => ({ name: file.replace(/\.mjs$/, ''), text: read(file) }));

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const escaped = (text: string): string =>
  oneLine(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** JSON inside of an element `script`: without `<` it can neither end it nor open a comment. */
const data = (run: Run): string => jsonText(run, 0).replaceAll('<', '\\u003c');

/** Nothing is loaded and nothing is sent; of scripts and styles only those that stand here are used. */
const policy = (script: string, style: string): string =>
  `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;

function page(run: Run): string {
  const script = pageScript(modules());
  const style = read('style.css');
  const verdict = `${verdictOf(run)} ${escaped(`${run.command} ${run.contract}`)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${verdict}</title>
<style>${style}</style>
</head>
<body>
<noscript><h1>${verdict}</h1><p>${countsText(run.summary)}. The rest of this page needs JavaScript.</p></noscript>
<script type="application/json" id="run">${data(run)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/**
 * One self-contained page: it loads nothing, its policy allows nothing but its own script and style, and all that a
 * run holds reaches it as data and is shown as text.
 */
export const html: Reporter = { name: 'html', render: page };
