export { type CaseOptions, generateCases, MODES, type Mode } from './generate';
