import { runsCode } from '../../../lib/simulator';
import { listen, type Endpoint } from '../../../lib/simulator/endpoint';
import { Messaging } from '../endpoint/messaging';
import { DeployedService, PLACE } from '../service/deployed';
import { shop } from '../shop';

const TOPIC = 'arn:aws:sns:us-east-1:111111111111:Topic';

/** Code that sends to everything that its environment names, by the clients that the runtime brings. */
const SENDER = {
  Runtime: 'nodejs24.x',
  Handler: 'index.handler',
  Timeout: 60,
  Environment: { Variables: { QUEUE_URL: { Ref: 'Queue' }, TOPIC, BUCKET: 'uploads' } },
  Code: {
    ZipFile: `
    const { SQSClient, SendMessageCommand } = require('@aws-sdk/client-sqs');
    const { SNSClient, PublishCommand } = require('@aws-sdk/client-sns');
    const { EventBridgeClient, PutEventsCommand } = require('@aws-sdk/client-eventbridge');
    const { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');
    exports.handler = async () => {
      const { QUEUE_URL, TOPIC, BUCKET } = process.env;
      await new SQSClient().send(new SendMessageCommand({ QueueUrl: QUEUE_URL, MessageBody: 'a' }));
      await new SNSClient().send(new PublishCommand({ TopicArn: TOPIC, Message: 'b' }));
      await new EventBridgeClient().send(new PutEventsCommand({ Entries: [{ Source: 'c', DetailType: 'c', Detail: '{}' }] }));
      await new S3Client().send(new PutObjectCommand({ Bucket: BUCKET, Key: 'd', Body: 'd' }));
      return QUEUE_URL;
    };`,
  },
};

let endpoint: Endpoint;
let messaging: Messaging;

beforeEach(async () => {
  messaging = new Messaging({ queues: { 'Shop-Queue': {} }, topics: { Topic: {} }, buckets: { uploads: {} } });
  endpoint = await listen(new DeployedService({ functions: {}, messaging }));
});
afterEach(() => endpoint.close());

test('code reaches queues, topics, buses and buckets, and every service knows which run has sent', async () => {
  const sim = shop({ orders: SENDER }, { account: PLACE.account });
  try {
    sim.function('Orders').respond(runsCode({ environment: endpoint.environment }));
    const outcome = await sim.invoke('Orders');
    await sim.clock.settle();
    expect(outcome.error).toBeUndefined();
    expect(outcome.response).toBe(`${endpoint.url}/111111111111/Shop-Queue`);
    const trace = expect.stringContaining(`Root=1-${outcome.requestId.slice(0, 8)}-`);
    expect(messaging.sent).toMatchObject([{ queue: 'Shop-Queue', body: 'a', caller: { trace } }]);
    expect(messaging.published).toMatchObject([{ message: 'b', caller: { trace } }]);
    expect(messaging.put).toMatchObject([{ source: 'c', caller: { trace } }]);
    expect(messaging.uploaded).toMatchObject([{ key: 'd', body: Buffer.from('d'), caller: { trace } }]);
  } finally {
    await sim.close();
  }
});
