import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';

/** Connections of one client: as many as a worker may have calls at the same time. */
const CONNECTIONS = 256;

/**
 * Time in milliseconds after which an idle connection is closed. A service closes it later; a call at that moment would
 * break, and it would be unknown whether it arrived.
 */
const IDLE = 4000;

/** Attempts of calls that may be repeated. */
const ATTEMPTS = 8;

/** Clients of one run of the worker. Lambda freezes the process between two runs, and connections die meanwhile. */
export class Clients {
  readonly dynamo = new DynamoDBClient(repeated());
  readonly cloudWatch = new CloudWatchClient(repeated());

  /** Sends each event at most once. */
  readonly lambda = new LambdaClient({ ...connections(), maxAttempts: 1 });
  private readonly buckets = new Map<string | undefined, S3Client>();
  private readonly queues = new Map<string | undefined, SQSClient>();

  s3(region?: string): S3Client {
    return madeOnce(this.buckets, region, () => new S3Client({
      ...repeated(),
      ...region !== undefined && { region },
      // Servers of tests and emulators have no name for each bucket.
      forcePathStyle: (process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL) !== undefined,
    }));
  }

  sqs(region?: string): SQSClient {
    return madeOnce(this.queues, region, () => new SQSClient({ ...repeated(), ...region !== undefined && { region } }));
  }

  /** Closes all connections. */
  destroy(): void {
    [this.dynamo, this.cloudWatch, this.lambda, ...this.buckets.values(), ...this.queues.values()].forEach(client => client.destroy());
  }
}

function repeated() {
  return { ...connections(), maxAttempts: ATTEMPTS };
}

function connections() {
  const agent = { keepAlive: true, maxSockets: CONNECTIONS, timeout: IDLE };
  return {
    requestHandler: {
      httpAgent: new HttpAgent(agent),
      httpsAgent: new HttpsAgent(agent),
      connectionTimeout: 5000,
      requestTimeout: 30_000,
      throwOnRequestTimeout: true,
    },
  };
}

function madeOnce<T>(made: Map<string | undefined, T>, region: string | undefined, make: () => T): T {
  const known = made.get(region) ?? make();
  made.set(region, known);
  return known;
}
