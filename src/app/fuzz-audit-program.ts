import { mistaken, runFuzzProgram } from '../fuzz';
import { loadExport } from './load-module';

// As fuzz-program, for an audit alone: it plants a mistake behind the parser.
runFuzzProgram(loadExport, mistaken);
