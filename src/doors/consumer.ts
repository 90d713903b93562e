// `pactcheck/consumer`: the interactions of a contract, run through the consumer's own client, and what Pact wrote of it.
export { pactInteractions, type RowsFile } from '../app/pacts/plan';
export {
  type Call,
  comparePacts,
  type Interaction,
  joinPacts,
  type PactDifference,
  type PactFile,
  plainCall,
  type Recorded,
  record,
} from '../pact';
