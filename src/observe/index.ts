export type { ExchangeJudge, MeaningJudge } from './checks/judge';
export { OBSERVE_RULES } from './checks/rules';
export type { IsSecret } from './masking';
export { Observation, type Observed } from './observation';
export { type Addressing, type Server, serverOf } from './servers';
export { readTraffic } from './traffic/read-traffic';
export type { RecordedExchange, TrafficItem } from './traffic/recorded';
