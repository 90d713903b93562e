import type { ContractConfig } from '../config';

/** What the plan has to know of the machine and of the project's history. */
export interface Facts {
  /** The configuration's file, where it has another name than usual. */
  readonly config?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The commit to compare with, where there is one. */
  readonly base: string | undefined;
  /** Whether a path of the project was there at the commit to compare with. */
  readonly existedAtBase: (path: string) => boolean;
  /** Whether only the last commits are here, as CI systems check out. */
  readonly isShallow: boolean;
  /** What a script depends on. */
  readonly dependenciesOf: (script: string) => readonly string[];
  /** Whether there is no contract that can be read where a reference says. */
  readonly isUnreadable: (reference: string) => boolean;
}

const isModule = (path: string): boolean => /\.[cm]?[jt]s$/.test(path);

/** Returns the file of a contract: its module, or the document that it is read from. */
export function fileOf({ contract }: ContractConfig): string {
  const [path = ''] = contract.split('#');
  return path.includes('/') || path.includes('.') ? path : `contracts/${path}/contract.ts`;
}

/** Returns the folder of a contract's file. */
export const folderOf = (entry: ContractConfig): string => fileOf(entry).split('/').slice(0, -1).join('/') || '.';

/** Returns the files that a contract depends on. */
export const filesOf = (entry: ContractConfig, facts: Facts): readonly string[] =>
  isModule(fileOf(entry)) ? facts.dependenciesOf(fileOf(entry)) : [folderOf(entry)];
