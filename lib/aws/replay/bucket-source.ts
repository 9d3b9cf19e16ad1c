import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct, IConstruct } from 'constructs';
import type { BoundSource, DeclaredSource, SourceOptions } from './declared-source';
import { readingActions } from './reading-actions';
import { REPLAY_BUCKET_ELSEWHERE } from '../../constraints/aws-replay/source';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';
import { RECORD_PREFIX, REPLAY_PERMISSIONS } from '../../contract/replay';
import { acknowledgeWildcard } from '../../provider/wildcard-finding';
import { grantKey } from '../destinations/key-permission';
import { environment, isElsewhere } from '../target/environment';

/** Bucket with records. */
export class BucketSource implements DeclaredSource {
  readonly arn: string;

  constructor(readonly construct: s3.IBucket, private readonly prefix = RECORD_PREFIX, readonly name?: string) {
    this.arn = construct.bucketArn;
  }

  bind(scope: Construct, name: string, { keepObjects }: SourceOptions): BoundSource {
    const { construct: bucket, prefix } = this;
    const here = Stack.of(scope);
    if (isElsewhere(bucket.env, here)) {
      throw invalid(scope, broken(REPLAY_BUCKET_ELSEWHERE, 'from', `${bucket.node.path} of ${environment(bucket.env)} in a stack of ${environment(here)}`));
    }
    const reading = readingActions(REPLAY_PERMISSIONS.objects);
    return {
      settings: { name, kind: 'bucket', bucket: bucket.bucketName, prefix },
      grantPlan: planner => this.grantObjects(planner, reading),
      grantRun: sender => this.grantObjects(sender, keepObjects ? reading : REPLAY_PERMISSIONS.objects),
      grantMachine: machine => this.grant(machine, REPLAY_PERMISSIONS.bucket, bucket.bucketArn),
    };
  }

  private grantObjects(grantee: iam.IGrantable, actions: readonly string[]): void {
    const objects = this.construct.arnForObjects(`${this.prefix}*`);
    this.grant(grantee, actions, objects);
    // Without it, Amazon S3 answers the request for a deleted object with 403 instead of 404.
    this.grant(grantee, REPLAY_PERMISSIONS.bucket, this.construct.bucketArn);
    grantKey(grantee, this.construct.encryptionKey, ['kms:Decrypt']);
    acknowledgeWildcard(grantee.grantPrincipal as unknown as IConstruct, objects, 'Lambda chooses the keys of the records.');
  }

  private grant(grantee: iam.IGrantable, actions: readonly string[], resource: string): void {
    iam.Grant.addToPrincipalOrResource({ grantee, actions: [...actions], resourceArns: [resource], resource: this.construct });
  }
}
