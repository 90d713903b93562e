// `pactcheck`: the configuration, contracts and their types, exact JSON, and what runs are made of. It loads nothing that
// is slow: programs read their responses with `parseJson`.
export { type Config, defineConfig } from '../app/config';
export {
  type Contract,
  ContractError,
  type ContractSource,
  defineContract,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type ModelType,
  parseJson,
  stringifyJson,
  type WireNames,
} from '../contract';
export { Failure, type Finding, type Result, type Run } from '../result';
