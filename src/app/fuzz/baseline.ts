import { existsSync, readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { type Ignore, IgnoreList } from '../../breaking';
import type { Finding, Result, Run } from '../../result';
import { ignoresOf } from '../diff/ignore-file';
import { inTurn } from '../files/turn';
import { writeWhole } from '../files/write-whole';
import type { BaselineWords } from './words';

/** Where a baseline lies, and the day that its entries are held against, as `2026-11-24`. */
interface Setting {
  readonly cwd: string;
  readonly today: string;
}

/** What is known of a parser: findings that do not fail, each with its reason, until a day. */
export class Baseline {
  private list: IgnoreList;

  /** Without a file nothing is known. @throws Failure (usage) where the file is not as it should be. */
  constructor(
    private readonly words: BaselineWords,
    private readonly setting: Setting,
  ) {
    this.list = this.read();
  }

  private read(): IgnoreList {
    const { baseline, updateBaseline } = this.words;
    const { cwd, today } = this.setting;
    const isThere = baseline !== undefined && (existsSync(this.pathOf(baseline)) || updateBaseline === undefined);
    return new IgnoreList(isThere ? ignoresOf(baseline, cwd, 'finding') : [], today, 'finding');
  }

  /** Whether a finding is listed, and still may be there today. */
  knows = (finding: Finding): boolean => this.list.reasonFor(finding) !== undefined;

  /**
   * The run in which what is known is skipped, with its reason: only what is new fails. Of a whole run, entries that
   * are over, and entries of what is not found any more, are its warnings.
   */
  applied(run: Run, isWhole: boolean): Run {
    const results = run.results.map((result): Result => {
      const [finding] = result.findings;
      const reason = result.status !== 'failed' || finding === undefined ? undefined : this.list.reasonFor(finding);
      return reason === undefined ? result : { ...result, status: 'skipped', reason };
    });
    const known = results.filter(({ status }, index) => status !== run.results[index]?.status).length;
    const { failed, skipped } = run.summary;
    const summary = { ...run.summary, failed: failed - known, skipped: skipped + known };
    const warnings = [...(run.warnings ?? []), ...(isWhole ? this.list.warnings() : [])];
    return { ...run, summary, results, ...(warnings.length === 0 ? {} : { warnings }) };
  }

  /** Lists all that fails a run and is not known, where that was asked for: from then on it is. */
  async update(run: Run, onWait: (sentence: string) => void): Promise<void> {
    const { baseline, updateBaseline: reason, until: expires } = this.words;
    if (baseline === undefined || reason === undefined || expires === undefined) return;
    const list = async (): Promise<void> => this.add(run, this.pathOf(baseline), { reason, expires });
    await inTurn({ cwd: this.setting.cwd, onWait }, list);
  }

  private add({ results }: Run, path: string, why: Pick<Ignore, 'reason' | 'expires'>): void {
    // Another run may have listed some of it since.
    this.list = this.read();
    const found = results
      .filter(({ status }) => status === 'failed')
      .flatMap(({ id, findings }) => findings.map((finding) => ({ id, finding })))
      .filter(({ finding }) => !this.knows(finding));
    const entries = entriesFor(found).map((entry) => ({ ...entry, ...why }));
    const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (entries.length > 0) writeWhole(path, isYaml(path) ? appended(before, entries) : rewritten(before, entries));
    this.list = this.read();
  }

  private pathOf(file: string): string {
    return resolve(this.setting.cwd, file);
  }
}

/** A finding, and what it is called. */
interface Named {
  readonly id: string;
  readonly finding: Finding;
}

/** Of a parser that does not validate, one entry says so: each further place would be no news. */
const OF_ONE_KIND = 'accepts-invalid';

/** So many places make a kind. */
const MANY = 5;

/** What is listed: each finding by its fingerprint, and what is told at many places by its rule. */
function entriesFor(found: readonly Named[]): Pick<Ignore, 'fingerprint' | 'rule' | 'pointer' | 'about'>[] {
  const alike = found.filter(({ finding }) => finding.rule === OF_ONE_KIND);
  const isKind = alike.length >= MANY;
  const others = found.filter(({ finding }) => !isKind || finding.rule !== OF_ONE_KIND);
  const kind = { rule: OF_ONE_KIND, pointer: '**', about: `${OF_ONE_KIND} at ${alike.length} places` };
  return [...(isKind ? [kind] : []), ...others.map(({ id, finding: { fingerprint } }) => ({ fingerprint, about: id }))];
}

const isYaml = (file: string): boolean => ['.yaml', '.yml'].includes(extname(file));

/** What stands in the file stays as it is, comments too. */
function appended(before: string, entries: readonly Ignore[]): string {
  const { stringify } = require('yaml') as typeof import('yaml');
  const kept = /^\s*(?:\[\s*\]\s*)?$/.test(before) ? '' : before.replace(/\n?$/, '\n');
  return `${kept}${stringify(entries)}`;
}

const rewritten = (before: string, entries: readonly Ignore[]): string =>
  `${JSON.stringify([...(before.trim() === '' ? [] : (JSON.parse(before) as Ignore[])), ...entries], null, 2)}\n`;
