export type { CasesOf, Judge, ServiceOptions } from './options';
export { type Hosted, type RunningService, startService } from './service';
