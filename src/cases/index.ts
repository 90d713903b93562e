export { type CaseOptions, generateCases, MODES, type Mode, mainResponse } from './generate';
