import { isJsonObject, parseJson } from '../../../contract';
import type { Answer } from '../../answer';
import { isRecord } from '../change';
import { after, type Planting } from '../planting';
import { readOf } from './read-values';

const changesHeaders: Planting = {
  id: 'changes-headers',
  says: 'adds to the headers that it was given',
  wrap: (read) => (testCase, response) => {
    Object.assign(response.headers, { 'x-read-by': 'the parser' });
    return read(testCase, response);
  },
};

const echoesTheRequest: Planting = {
  id: 'echoes-the-request',
  says: 'gives what was sent, where the response does not say it',
  wrap: (read) => (testCase, response) => {
    const sent = parseJson(response.request.body);
    const echoed = (answer: Answer): Answer => {
      const record = answer.kind === 'value' && testCase.verdict === 'accept' ? readOf(testCase) : undefined;
      if (!isRecord(record) || !isJsonObject(sent)) return answer;
      return { kind: 'value', value: { ...sent, ...record }, isAsync: answer.isAsync };
    };
    return after(read, echoed)(testCase, response);
  },
};

/** Mistakes with what a parser is given beside the body. */
export const inputMistakes: readonly Planting[] = [changesHeaders, echoesTheRequest];
