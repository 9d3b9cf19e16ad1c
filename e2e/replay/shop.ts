import { type App, CfnOutput, Stack } from 'aws-cdk-lib';
import { Code, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AsyncFunction, FailedEventReplay, ReplaySource } from 'cdk-async-invoke';

/** A function that fails some events for ever, the places with its failed events, and their replay. */
export class Shop extends Stack {
  constructor(app: App) {
    super(app, 'Shop');
    const orders = new AsyncFunction(this, 'Orders', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline("exports.handler = async event => { if (event.poison) throw new TypeError('no such table'); };"),
      retryAttempts: 0,
    });
    const records = new Bucket(this, 'Records');
    const replay = new FailedEventReplay(this, 'Replay', {
      from: [ReplaySource.queue(orders.failureQueue!, { name: 'queue' }), ReplaySource.bucket(records, { name: 'bucket' })],
      workers: 2,
      maxFailureShare: 1,
    });
    const outputs: ShopOutputs = {
      Alias: orders.alias.functionArn,
      Queue: orders.failureQueue!.queueUrl,
      Bucket: records.bucketName,
      Machine: replay.stateMachine.stateMachineArn,
      Ledger: replay.ledger.tableName,
      Work: replay.workBucket.bucketName,
    };
    for (const [name, value] of Object.entries(outputs)) {
      new CfnOutput(this, name, { value });
    }
  }
}

export type ShopOutputs = Record<'Alias' | 'Queue' | 'Bucket' | 'Machine' | 'Ledger' | 'Work', string>;
