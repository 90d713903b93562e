import { CSHARP } from './csharp';
import { DART } from './dart';
import type { Dialect } from './dialect';
import { GO } from './go';
import { JAVA_BY_OPENAPI_GENERATOR, JAVA_BY_SWAGGER_CODEGEN } from './java';
import { JAVASCRIPT } from './javascript';
import { KOTLIN } from './kotlin';
import { PERL } from './perl';
import { PHP } from './php';
import { PYTHON_BETWEEN, PYTHON_NEW, PYTHON_OLD } from './python';
import { RUBY } from './ruby';
import { RUST } from './rust';
import { TYPESCRIPT_AXIOS } from './typescript-axios';

/** The dialects that a contract can be had from. */
export const DIALECTS: readonly Dialect[] = [
  JAVA_BY_SWAGGER_CODEGEN,
  JAVA_BY_OPENAPI_GENERATOR,
  PYTHON_OLD,
  PYTHON_BETWEEN,
  PYTHON_NEW,
  RUBY,
  PHP,
  GO,
  RUST,
  TYPESCRIPT_AXIOS,
  CSHARP,
  KOTLIN,
  JAVASCRIPT,
  PERL,
  DART,
];
