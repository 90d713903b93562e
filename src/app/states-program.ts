import { runHandlersProgram } from '../provider';
import { handlersOf } from './verify/handlers';

// The process that state handlers run in: it loads them as the command itself would.
runHandlersProgram(handlersOf);
