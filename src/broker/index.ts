export { type AskedBroker, accessTo, type BrokerAccess, setIn } from './access';
export { canIDeploy, type DeployAnswer, type PacticipantVersion } from './can-i-deploy';
export { Hal } from './hal';
export {
  type BrokerPact,
  type BrokerSelection,
  knowsPacticipant,
  type Notice,
  pactAt,
  pactsForVerification,
} from './pacts';
export { type ConsumerPacts, type PublishedPact, publishContracts } from './publish-contracts';
export { type Publication, type PublishedResult, publishResults } from './publish-results';
export { record } from './record';
