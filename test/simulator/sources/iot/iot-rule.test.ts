import { NotKnownError } from '../../../../lib/simulator';
import { matchesFilter } from '../../../../lib/simulator/sources/iot/topic-filter';
import { app, arn, resource } from '../app';

const ruled = (sql: string, payload: object = {}, resources: Readonly<Record<string, object>> = {}) => app(['Worker'], {
  Queue: resource('SQS::Queue', {}),
  Topic: resource('SNS::Topic', {}),
  Subscription: resource('SNS::Subscription', { TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint: arn('Queue'), RawMessageDelivery: true }),
  Rule: resource('IoT::TopicRule', { TopicRulePayload: { Sql: sql, Actions: [{ Lambda: { FunctionArn: arn('Worker') } }], ...payload } }),
  ...resources,
});

test.each([
  ['a/b', 'a/b', true],
  ['a/b', 'a/B', false],
  ['a/b', 'a', false],
  ['a/+', 'a/b', true],
  ['a/+', 'a/', true],
  ['a/+', 'a', false],
  ['a/+', 'a/b/c', false],
  ['+/b', 'a/b', true],
  ['a/+/c', 'a/b/c', true],
  ['#', 'a/b', true],
  ['a/#', 'a/b/c', true],
  ['a/#', 'a', true],
  ['a/#', 'b/a', false],
  ['#', '$aws/things', false],
  ['+/things', '$aws/things', false],
  ['$aws/#', '$aws/things', true],
])('%s matches %s: %s', (filter, topic, expected) => {
  expect(matchesFilter(filter, topic)).toBe(expected);
});

test('passes a message to the functions of the rules that match', async () => {
  const sim = ruled("SELECT * FROM 'sensors/+/heat'");
  const seen: unknown[] = [];
  sim.function('Worker').respond(event => void seen.push(event));
  const flow = await sim.iotTopic('sensors/7/heat').publish({ celsius: 71 });
  await sim.clock.settle();
  expect(seen).toEqual([{ celsius: 71 }]);
  expect(`${flow}`).toBe([
    '0:00:00  message to MQTT topic `sensors/7/heat`',
    '  0:00:00  matched by IoT rule `Rule`',
    '    0:00:00  accepted by `Worker`',
    '    0:00:00  attempt 1 succeeded (version $LATEST)',
  ].join('\n'));
});

test('passes a message to queues and topics', async () => {
  const sim = ruled("select * from '#'", { Actions: [{ Sqs: { QueueUrl: { Ref: 'Queue' }, RoleArn: arn('Role') } }, { Sns: { TargetArn: { Ref: 'Topic' }, RoleArn: arn('Role') } }] });
  await sim.iotTopic('a').publish({ id: 1 });
  expect(sim.queue('Queue').messages.map(({ body }) => body)).toEqual(['{"id":1}', '{"id":1}']);
});

test('says that another action is not played', async () => {
  const sim = ruled("SELECT * FROM 'a'", { Actions: [{ DynamoDBv2: {} }] });
  expect((await sim.iotTopic('a').publish({})).ends).toMatchObject([{ kind: 'outside', at: 'target `DynamoDBv2`' }]);
});

test('ignores a message that no rule matches', async () => {
  const sim = ruled("SELECT temperature FROM 'other'");
  expect((await sim.iotTopic('a').publish({})).ends).toMatchObject([{ kind: 'ignored', text: 'message to MQTT topic `a`, which no rule matches' }]);
});

test.each(['true', true])('does not play a rule with `RuleDisabled` %j', async RuleDisabled => {
  const sim = ruled("SELECT * FROM 'a'", { RuleDisabled });
  expect((await sim.iotTopic('a').publish({})).ends).toMatchObject([{ kind: 'ignored' }]);
});

test.each(["SELECT celsius FROM 'a'", "SELECT *, topic() AS t FROM 'a'", "SELECT * FROM 'a' WHERE celsius > 70", 'SELECT *', ''])('does not guess what the query %j makes of a message', async sql => {
  const sim = ruled(sql);
  await expect(sim.iotTopic('a').publish({})).rejects.toThrow(new NotKnownError(
    `what IoT rule \`Rule\` makes of a message with the query ${sql}`, "Use `SELECT * FROM 'a/topic'`, with + and # in the topic.",
  ));
});

test('loses a message for a function that AWS IoT may not invoke', async () => {
  const sim = ruled("SELECT * FROM 'a'", {}, { Workeriot: resource('SNS::Topic', {}) });
  expect((await sim.iotTopic('a').publish({})).ends).toMatchObject([{ kind: 'lost', text: 'lost, not delivered to function `Worker`: iot.amazonaws.com may not invoke the function' }]);
});

test('does not guess what an error action gets', async () => {
  const sim = ruled("SELECT * FROM 'a'", { ErrorAction: { Sqs: {} } }, { Workeriot: resource('SNS::Topic', {}) });
  await expect(sim.iotTopic('a').publish({})).rejects.toThrow('The simulator does not know what the error action of IoT rule `Rule` gets.');
});

test.each([['', "''"], ['a/+', "'a/+'"], ['#', "'#'"], [7, 'number'], [null, 'null'], [undefined, 'undefined']])('refuses the topic %j', (topic, got) => {
  expect(() => ruled('').iotTopic(topic as string)).toThrow(new TypeError(`\`topic\` must be a topic of MQTT without wildcards, got: ${got}`));
});

test.each([[null, 'null'], [[1], 'a list'], ['text', 'string'], [7, 'number'], [undefined, 'undefined']])('refuses the message %j', async (message, got) => {
  await expect(ruled('').iotTopic('a').publish(message)).rejects.toThrow(new TypeError(`\`message\` must be a JSON object, got: ${got}`));
});
