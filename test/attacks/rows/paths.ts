import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Attack, Table } from '../attack';
import { harmIn } from '../hostile-text';
import { DOCUMENT, treeOf } from '../project';

/** What a folder may be called: blanks, quotes, what a shell would run, and lines that a CI system obeys. */
const FOLDER = 'a b\'c"d#e%41$(touch ran)`touch ran`;touch ran\n::error::x\u001b[31m';

const PARSER = 'exports.parse = JSON.parse;\n';

const HOSTILE_FOLDER: readonly Attack[] = [
  ['import', 'doc.json#getOne', '--out', 'contracts/one'],
  ['cases', 'doc.json#getOne'],
  ['pacts', 'doc.json#getOne'],
  ['init', 'doc.json', '--operation', 'getOne', '--ci', 'none'],
  ['fuzz', 'doc.json#getOne', '--parser', 'parser.js#parse', '--runs', '40', '--corpus', 'kept'],
  ['gate'],
].map((words, index) => ({
  name: `${words[0]} in a folder whose name would be run`,
  isSlow: index > 0,
  came: async (bench) => {
    const cwd = bench.inner(FOLDER, { 'doc.json': DOCUMENT, 'parser.js': PARSER });
    const { exit, out, err } = await bench.run(words, { cwd });
    const ran = existsSync(join(cwd, 'ran')) || existsSync(join(bench.folder, 'ran'));
    const isDefect = /defect of pactcheck/.test(err);
    return `exit ${exit}; ${ran ? 'ran' : 'nothing ran'}; ${harmIn(out + err)}${isDefect ? '; a defect' : ''}`;
  },
  must: /^exit [0124]; nothing ran; clean$/,
  broken: 'exit 0; ran; clean',
}));

const OUTSIDE: readonly Attack[] = [
  {
    name: 'a document whose title leads out of the contracts folder',
    came: async (bench) => {
      const document = DOCUMENT.replace('"Things"', '"../../../escaped"');
      const cwd = bench.inner('in/side', { 'doc.json': document });
      const { exit } = await bench.run(['import', 'doc.json'], { cwd });
      const files = [...treeOf(bench.folder).keys()].filter((path) => !path.startsWith('in/side/'));
      return `exit ${exit}; outside: ${files.join(' ') || 'nothing'}`;
    },
    must: /^exit [02]; outside: nothing$/,
    broken: 'exit 0; outside: escaped/model.ts',
  },
  {
    name: 'consumer and provider whose names lead out of the pacts folder',
    isSlow: true,
    came: async (bench) => {
      const cwd = bench.inner('in/side', { 'doc.json': DOCUMENT });
      const names = ['--consumer', '../../up', '--provider', '/etc/x'];
      const { exit, text } = await bench.run(['init', 'doc.json', '--operation', 'getOne', '--ci', 'none', ...names], {
        cwd,
      });
      const files = [...treeOf(bench.folder).keys()].filter((path) => !path.startsWith('in/side/'));
      return `exit ${exit}; outside: ${files.join(' ') || 'nothing'}${/defect/.test(text) ? '; a defect' : ''}`;
    },
    must: /^exit [0234]; outside: nothing$/,
    broken: 'exit 0; outside: up-x.json',
  },
  {
    name: 'a reference that refers to itself by a link in a circle',
    isSlow: true,
    came: async (bench) => {
      bench.write({ x: '' });
      symlinkSync('circle.json', join(bench.folder, 'circle.json'));
      return (await bench.run(['cases', 'circle.json'])).text;
    },
    must: /^exit [23]\nerror /,
    mustNot: /defect of pactcheck/,
    broken: 'exit 3\nerror Error: ELOOP\nThis is a defect of pactcheck',
  },
  {
    name: 'a folder, a device and nothing in place of a document',
    isSlow: true,
    came: async (bench) => {
      bench.inner('folder.json');
      const all = await Promise.all(
        ['folder.json', '/dev/null', '/nonexistent.json', ''].map((path) => bench.run(['cases', path])),
      );
      return all.map(({ text }) => text).join('');
    },
    must: [/^exit [23]\n/, /exit [23]\n[\s\S]*exit [23]\n[\s\S]*exit [23]\n/],
    mustNot: /defect of pactcheck|exit 0/,
    broken: 'exit 3\nerror Error: EISDIR\nThis is a defect of pactcheck',
  },
];

/** Paths and names that lead elsewhere, or would be run. */
export const PATHS: Table = { kind: 'paths', attacks: [...HOSTILE_FOLDER, ...OUTSIDE] };
