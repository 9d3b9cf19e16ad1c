import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { REPLAY_ENV } from '../../../lib/contract/replay';
import { ScriptedServer } from '../../handler/loopback/scripted-server';

/** What Lambda gets: `npx projen bundle` makes it. */
const BUNDLE = join(__dirname, '../../../assets/replay/index.js');

const RUN = `require(process.argv[1]).handler(JSON.parse(process.argv[2]), { getRemainingTimeInMillis: () => 60_000 })
  .then(result => console.log(JSON.stringify(result)))`;

test('runs in a process of its own, with the SDK of the runtime', async () => {
  const s3 = await ScriptedServer.start([{}]);
  const request = { action: 'prepare', execution: 'p', input: {} };
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', RUN, BUNDLE, JSON.stringify(request)], {
    env: {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'key',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_ENDPOINT_URL_S3: s3.url,
      NODE_PATH: join(__dirname, '../../../node_modules'),
      [REPLAY_ENV.table]: 'ledger',
      [REPLAY_ENV.bucket]: 'records',
      [REPLAY_ENV.sources]: '[]',
      [REPLAY_ENV.targets]: '[]',
    },
  });
  await s3.stop();
  const [log, result] = stdout.trim().split('\n').map(line => JSON.parse(line));

  expect(log).toEqual({ action: 'prepare', execution: 'p', milliseconds: expect.any(Number), workers: 5 });
  expect(result).toMatchObject({ mode: 'plan', plan: 'p', queues: [] });
  expect(s3.calls).toEqual(['PUT /records/plans/p/request.json']);
});

test('has no SDK in it', () => {
  expect(statSync(BUNDLE).size).toBeLessThan(100_000);
  expect([...readFileSync(BUNDLE, 'utf8').matchAll(/require\("(.+?)"\)/g)].map(([, name]) => name).filter(name => !name.startsWith('node:')).sort()).toEqual([
    '@aws-sdk/client-cloudwatch', '@aws-sdk/client-dynamodb', '@aws-sdk/client-lambda', '@aws-sdk/client-s3', '@aws-sdk/client-sqs',
  ].flatMap(name => Array.from({ length: readFileSync(BUNDLE, 'utf8').split(`require("${name}")`).length - 1 }, () => name)));
});
