import * as assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Incident, type ReportLine } from './replay/incident';
import { killSenders } from './replay/senders';

/** `E2E_REPLAY_SCALE=5` replays 2,000 events from the bucket and 500 from the queue. */
const SCALE = Number(process.env.E2E_REPLAY_SCALE ?? 1);
const COUNTS = { bucket: 400 * SCALE, queue: 100 * SCALE };

/** Look-alikes in each of both places. */
const OTHERS = { unreadable: 1, success: 1, noPayload: 1, otherFunction: 1 };
const OTHER_COUNT = Object.keys(OTHERS).length;

let incident: Incident;
before(async () => {
  incident = await Incident.happen(COUNTS);
});
after(() => incident?.stop());

test('a plan counts, sends nothing and leaves the queue as it was', async () => {
  const { read, selected, complete, bySource, left } = await incident.execute('all', {});

  assert.deepEqual({ read, selected, complete, bySource, left }, {
    read: COUNTS.bucket + COUNTS.queue + 2 * OTHER_COUNT,
    selected: COUNTS.bucket + COUNTS.queue,
    complete: true,
    bySource: COUNTS,
    left: Object.fromEntries(Object.entries(OTHERS).map(([why, count]) => [why, 2 * count])),
  });
  assert.deepEqual(incident.sent(), []);
  assert.equal(await incident.visible(), COUNTS.queue + OTHER_COUNT);
});

test('a run sends what its plan lists, byte for byte, to the alias, and tells what failed again', async () => {
  await incident.execute('queue', { sources: ['queue'] });
  const { planned, fates } = await incident.execute('run-of-queue', { mode: 'run', plan: 'queue', rate: 1000 });

  assert.deepEqual(incident.sent().sort(), incident.sentOnce(incident.inQueue).sort());
  const failed = incident.inQueue.filter(({ poison }) => poison).map(({ id }) => id);
  assert.deepEqual([planned, onlySome(fates)], [COUNTS.queue, { 'sent': COUNTS.queue - failed.length, 'failed again': failed.length }]);
  assert.deepEqual(withFate(await incident.report('run-of-queue'), 'failed again'), failed.sort());
});

test('a run that is throttled and whose workers are killed loses nothing and sends nothing twice', async () => {
  const earlier = incident.sent().length;
  await incident.execute('bucket', { sources: ['bucket'] });
  const running = incident.execute('run-of-bucket', { mode: 'run', plan: 'bucket', rate: 20 });
  await incident.untilSent(earlier + 20);

  await incident.throttle('run-of-bucket', 1);
  // Workers read the rate every two seconds.
  await setTimeout(4000);
  const slow = incident.sent().length;
  await setTimeout(5000);
  assert.ok(incident.sent().length - slow <= 7, `${incident.sent().length - slow} events in 5 seconds`);

  await incident.throttle('run-of-bucket', 1000);
  await incident.untilSent(slow + 40);
  assert.ok(killSenders() > 0);
  assert.ok(incident.sent().length < earlier + COUNTS.bucket, 'killed in the middle');
  await running;

  const sent = incident.sent().slice(earlier);
  assert.deepEqual(sent.filter((call, index) => sent.indexOf(call) < index), [], 'sent twice');
  const report = await incident.report('run-of-bucket');
  assert.deepEqual(report.map(({ id }) => id).sort(), incident.inBucket.map(({ id }) => id).sort());
  const unsure = new Set(withFate(report, 'sending'));
  // A killed worker was about to send as many events at most as it sends at the same time.
  assert.ok(unsure.size <= 20, `${unsure.size} events are unsure`);
  const settled = incident.inBucket.filter(({ id }) => !unsure.has(id));
  assert.deepEqual(incident.sentOnce(settled).filter(call => !sent.includes(call)), [], 'lost');
  const kept = await incident.stored();
  assert.equal(kept.length, unsure.size + OTHER_COUNT);
  assert.deepEqual(incident.inBucket.filter(({ id, record }) => unsure.has(id) && !kept.includes(record)), [], 'the only copy is gone');
});

test('another run of the plan sends nothing that was sent, and leaves what is unsure', async () => {
  const earlier = incident.sent();
  const unsure = withFate(await incident.report('run-of-bucket'), 'sending');
  await incident.execute('again', { mode: 'run', plan: 'bucket', rate: 1000 });

  assert.deepEqual(incident.sent(), earlier);
  assert.deepEqual(withFate(await incident.report('again'), 'sending'), unsure);
});

test('an input that cannot be meant fails', async () => {
  await assert.rejects(incident.execute('wrong', { mode: 'run', plan: 'none' }), /FAILED, .*`plan` must be the name of a plan that is complete, got: \\"none\\"/);
});

function withFate(report: readonly ReportLine[], fate: string): string[] {
  return report.filter(line => line.fate === fate).map(({ id }) => id).sort();
}

/** The fates that events have. */
function onlySome(fates: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(fates).filter(([, count]) => count > 0));
}
