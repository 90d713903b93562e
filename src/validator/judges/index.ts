export { amongJudge } from './among';
export { type BranchJudges, branchesJudge } from './branches';
export type { Judge, Place } from './judge';
export { limitsJudge } from './limits';
export { uniqueJudge } from './unique';
