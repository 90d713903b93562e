import type { CliCommand } from '../command';
import { auditCommand } from './audit';
import { canIDeployCommand } from './can-i-deploy';
import { casesCommand } from './cases';
import { completionCommand } from './completion';
import { contractCommand } from './contract';
import { coverageCommand } from './coverage';
import { coveringCommand } from './covering';
import { diffCommand } from './diff';
import { doctorCommand } from './doctor';
import { fuzzCommand } from './fuzz';
import { gateCommand } from './gate';
import { importCommand } from './import';
import { initCommand } from './init';
import { pactsCommand } from './pacts';
import { reportCommand } from './report';
import { serveCommand } from './serve';
import { verifyCommand } from './verify';

/** The commands, in the order of the help. */
export const COMMANDS: readonly CliCommand[] = [
  initCommand,
  importCommand,
  contractCommand,
  casesCommand,
  verifyCommand,
  auditCommand,
  serveCommand,
  pactsCommand,
  coverageCommand,
  fuzzCommand,
  coveringCommand,
  diffCommand,
  canIDeployCommand,
  gateCommand,
  reportCommand,
  doctorCommand,
  completionCommand(() => COMMANDS),
];
