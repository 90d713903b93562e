export { type Config, defineConfig } from './cli/config';
export { pactInteractions } from './cli/pact-interactions';
export * from './contract';
export * from './result';
