import {
  type CoverageCell,
  type Finding,
  type Result,
  type Run,
  resultOf,
  runOf,
  type SitePair,
} from '../../src/result';

const FIELDS = [
  'id',
  'email',
  'phone_number',
  'username',
  'user_properties',
  'status',
  'full_name',
  'address',
  'created_at',
  'updated_at',
  'email_verified',
  'account_id',
  'password_changed_time',
  'login_history',
  'active_sessions',
  'is_totp_enabled',
  'notification_properties',
  'custom_fields',
  'is_gtc_accepted',
  'is_marketing_accepted',
  'last_login_time',
  'totp_secret',
  'totp_scratch_codes',
  'etag',
].map((name) => `/${name}`);

const CLASSES = ['absent', 'typical', 'shortest', 'longest', 'one above the shortest', 'non-ASCII', 'escapes'];

const cells: CoverageCell[] = FIELDS.flatMap((site, row) =>
  CLASSES.map((name, column): CoverageCell => {
    const number = row * CLASSES.length + column;
    if (number % 11 === 3) return { site, class: name, covered: false };
    if (number % 23 === 4) return { site, class: name, covered: false, excluded: 'the service sets it by itself' };
    const by = [`updateMyUser 200 row ${number}`];
    return { site, class: name, covered: true, by, ...(number % 17 === 5 ? { failed: 3 } : {}) };
  }),
);

const sitePairs: SitePair[] = FIELDS.flatMap((left, row) =>
  FIELDS.slice(row + 1).map((right, column): SitePair => {
    const missing: [string, string][] =
      (row * 7 + column) % 13 === 0
        ? [
            ['absent', 'longest'],
            ['typical', 'absent'],
          ]
        : [];
    return { sites: [left, right], covered: 9 - missing.length, feasible: 9, missing };
  }),
);

const findingOf = (index: number): Finding => ({
  rule: ['type', 'enum', 'required', 'format'][index % 4] ?? 'type',
  level: index % 5 === 0 ? 'warning' : 'error',
  pointer: FIELDS[index % FIELDS.length] ?? '',
  message: `${FIELDS[index % FIELDS.length]} is not as the contract says in this answer of the service`,
  expected: 'one of "ACTIVE", "INACTIVE", "ENROLLING"',
  actual: `"value ${index % 40}"`,
  fingerprint: (index % 40).toString(16).padStart(16, '0'),
});

const body = JSON.stringify(
  Object.fromEntries(FIELDS.map((site, index) => [site.slice(1), `value of ${site} ${index}`])),
);

function result(index: number): Result {
  const details = {
    payload: body,
    replay: `pactcheck verify --only 'updateMyUser 200 row ${index}' --seed 1`,
    curl: `curl -X PUT 'http://127.0.0.1:8080/v3/users/me' -H 'authorization: Bearer $TOKEN' -d '{"status":"ACTIVE"}'`,
  };
  return resultOf(`updateMyUser 200 row ${index}`, index % 7 === 0 ? [findingOf(index)] : [], details);
}

/** A run of so many results, a seventh of which have a finding: what a fuzzer makes in a night. */
export const largeRun = (count: number): Run => ({
  ...runOf(
    { command: 'verify', contract: 'user-update-resp', seed: 1 },
    Array.from({ length: count }, (_, index) => result(index)),
    61_000,
  ),
  coverage: { classes: { covered: 153, feasible: 161 }, pairs: { covered: 2442, feasible: 2484 }, cells, sitePairs },
  warnings: ['2 interactions were declined by the service: their status 409 is not verified'],
});
