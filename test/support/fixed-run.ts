import {
  type AgreedInteraction,
  type CoverageCell,
  type Finding,
  type Run,
  resultOf,
  runOf,
  type SitePair,
} from '../../src/result';

/** A text that every format has to escape: markup, quotes, fences, commands, controls, a lone surrogate, no ASCII. */
export const HOSTILE =
  '</script><script>alert(1)</script><img src=x onerror=alert(2)> ]]> &amp; "\'` ``` | % ::error::x \u0000\u0008\u2028\ud800 ü𝒳‮\r\n# h';

const enumFinding: Finding = {
  rule: 'enum',
  level: 'error',
  pointer: '/status',
  message: '/status is "active": did you mean "ACTIVE"?',
  expected: 'one of "ACTIVE", "INACTIVE", "ENROLLING"',
  actual: '"active"',
  fingerprint: '00112233445566aa',
};

const hostileFinding: Finding = {
  rule: 'type',
  level: 'error',
  pointer: `/${HOSTILE}`,
  message: `/userProperties/${HOSTILE} is a number`,
  expected: 'a string',
  actual: HOSTILE,
  fingerprint: '00112233445566bb',
};

const warningFinding: Finding = {
  rule: 'unknown-member',
  level: 'warning',
  pointer: '/nick_name',
  message: '/nick_name is not in the contract',
  expected: 'no other member',
  actual: '"Bo"',
  fingerprint: '00112233445566cc',
};

const payload = (status: string): string =>
  `{"object":"user","id":"01619571e2e90242ac12000600000000","status":"${status}"}`;

const detailsOf = (index: number, status: string): Record<string, string> => ({
  payload: payload(status),
  request: 'PUT /v3/users/me HTTP/1.1\ncontent-type: application/json\n\n{"status":"ACTIVE"}',
  response: `HTTP/1.1 200 OK\ncontent-type: application/json\n\n${payload(status)}`,
  curl: `curl -X PUT 'http://127.0.0.1:8080/v3/users/me' -d '{"status":"ACTIVE"}'`,
  replay: `pactcheck verify --only 'updateMyUser 200 row ${index}' --seed 1`,
});

const STATUSES = ['ACTIVE', 'INACTIVE', 'ENROLLING'];
const OPTIONAL = ['/address', '/email', '/full_name', '/phone_number'];

const cells: CoverageCell[] = [
  ...STATUSES.map(
    (name, index): CoverageCell => ({
      site: '/status',
      class: name,
      covered: index < 2,
      ...(index < 2 ? { by: [`updateMyUser 200 row 0${index + 1}`] } : {}),
      ...(index === 0 ? { failed: 1 } : {}),
    }),
  ),
  { site: '/object', class: 'user', covered: true, by: ['updateMyUser 200 row 01'] },
  { site: '/object', class: 'role', covered: false, excluded: 'pacts hold user: the prose says so' },
  ...OPTIONAL.flatMap((site): CoverageCell[] => [
    { site, class: 'absent', covered: true, by: ['updateMyUser 200 row 02'] },
    { site, class: 'typical', covered: true, by: ['updateMyUser 200 row 01', 'updateMyUser 200 row 03'] },
    { site, class: 'longest', covered: site !== '/email' },
  ]),
];

const sitePairs: SitePair[] = OPTIONAL.flatMap((left, index) =>
  OPTIONAL.slice(index + 1).map((right): SitePair => {
    const missing: [string, string][] = right === '/email' ? [['absent', 'longest']] : [];
    return { sites: [left, right], covered: 9 - missing.length, feasible: 9, missing };
  }),
);

const interactions: AgreedInteraction[] = [1, 2, 3].map((index) => ({
  id: `updateMyUser 200 row 0${index}`,
  pact: 'console-iam.json',
  states: [`a user exists {"user":${payload('ACTIVE')}}`],
  request: detailsOf(index, 'ACTIVE')['request'] ?? '',
  response: detailsOf(index, 'ACTIVE')['response'] ?? '',
}));

/** A run with one of everything: the same bytes at every call. */
export const fixedRun: Run = {
  ...runOf(
    { command: 'verify', contract: 'user-update-resp', seed: 1 },
    [
      resultOf('updateMyUser 200 row 01', [enumFinding, warningFinding], detailsOf(1, 'active')),
      resultOf('updateMyUser 200 row 02', [], detailsOf(2, 'ACTIVE')),
      resultOf('updateMyUser 200 row 03', [enumFinding], detailsOf(3, 'active')),
      resultOf(`updateMyUser 200 ${HOSTILE}`, [hostileFinding], { payload: HOSTILE, replay: HOSTILE }),
      resultOf('updateMyUser 200 row 04', [warningFinding]),
      {
        id: 'updateMyUser 409',
        status: 'skipped',
        findings: [],
        reason: 'the service declined the state: no e-mail here',
      },
    ],
    1234,
  ),
  coverage: {
    classes: { covered: 14, feasible: 16 },
    pairs: { covered: 51, feasible: 54 },
    cells,
    sitePairs,
  },
  interactions,
  warnings: ['1 interaction was declined by the service: its status 409 is not verified'],
};
