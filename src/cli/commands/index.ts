import type { CliCommand } from '../command';
import { contractCommand } from './contract';
import { doctorCommand } from './doctor';
import { gateCommand } from './gate';

/** The commands, in the order of the help. */
export const COMMANDS: readonly CliCommand[] = [contractCommand, gateCommand, doctorCommand];
