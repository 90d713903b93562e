export { type Config, defineConfig } from './cli/config';
export * from './contract';
export * from './result';
