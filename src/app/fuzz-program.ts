import { runFuzzProgram } from '../fuzz';
import { loadExport } from './load-module';

// The program that `fuzz` runs in a worker or a process of its own: it loads the parser as the command itself would.
runFuzzProgram(loadExport);
