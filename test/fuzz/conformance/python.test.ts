import { describeLanguage } from './planted';
import { PYTHON } from './programs';

// All mistakes on five seeds, and 200,000 cases for the correct program: bench/fuzzing.
jest.setTimeout(240_000);

describeLanguage(PYTHON);
