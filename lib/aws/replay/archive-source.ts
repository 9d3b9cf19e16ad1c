import { ArnFormat, Duration, Names, Stack, Validations } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct, IConstruct } from 'constructs';
import type { BoundSource, DeclaredSource, SourceOptions } from './declared-source';
import { boundQueue } from './queue-source';
import { RECORD_DETAIL_TYPES } from '../../constraints/aws-lambda/destination';
import { REPLAY_ARCHIVE_ELSEWHERE } from '../../constraints/aws-replay/source';
import { MESSAGE_RETENTION } from '../../constraints/aws-sqs/queue';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';
import { acknowledgeWildcard } from '../../provider/wildcard-finding';
import { environment, isElsewhere } from '../target/environment';

/** Room for the hash behind the prefix: a name has at most 64 characters. */
const LONGEST_PREFIX = 20;

const REPEATABLE = 'The archive still has every event: a plan replays it again.';

/** The replay of an archive that a plan begins with. */
export interface ArchiveReplay {
  /** Name of the source. */
  readonly source: string;
  readonly archiveArn: string;
  readonly busArn: string;
  readonly ruleArn: string;

  /** Beginning of the names of replays. */
  readonly namePrefix: string;
}

/** Archive with the events of a bus. A rule of its own catches its replays and fills a queue, which is then read like any other. */
export class ArchiveSource implements DeclaredSource {
  constructor(readonly arn: string, readonly construct: events.IEventBus, readonly name?: string) {}

  bind(scope: Construct, name: string, { encryptionKey }: SourceOptions): BoundArchive {
    this.refuseElsewhere(scope);
    const { construct: bus, arn: archiveArn } = this;
    const queue = new sqs.Queue(scope, `${name}Replayed`, {
      encryption: encryptionKey ? sqs.QueueEncryption.KMS : sqs.QueueEncryption.SQS_MANAGED,
      encryptionMasterKey: encryptionKey,
      enforceSSL: true,
      retentionPeriod: Duration.seconds(MESSAGE_RETENTION.max),
    });
    Validations.of(queue).acknowledge(
      { id: 'AwsSolutions-SQS3', reason: REPEATABLE },
      { id: 'Serverless-SQSRedrivePolicy', reason: REPEATABLE },
    );
    const rule = new events.CfnRule(scope, `${name}Rule`, {
      description: 'Catches replays of the archive for the replay of failed events',
      eventBusName: bus.eventBusName,
      // Live events have no `replay-name`, and replays are directed to this rule alone.
      eventPattern: { 'source': ['lambda'], 'detail-type': Object.values(RECORD_DETAIL_TYPES), 'replay-name': [{ exists: true }] },
      targets: [{ id: 'Queue', arn: queue.queueArn }],
    });
    Validations.of(rule).acknowledge({ id: 'Serverless-EventBusDLQ', reason: REPEATABLE });
    admitRule(queue, rule, encryptionKey);
    const namePrefix = Names.uniqueResourceName(queue, { maxLength: LONGEST_PREFIX });
    const replay = { source: name, archiveArn, busArn: bus.eventBusArn, ruleArn: rule.attrArn, namePrefix };
    return {
      ...boundQueue(queue, { name, kind: 'queue', url: queue.queueUrl }),
      replay,
      grantMachine: machine => grantReplay(scope, machine, replay),
    };
  }

  private refuseElsewhere(scope: Construct): void {
    const here = Stack.of(scope);
    const archive = here.splitArn(this.arn, ArnFormat.SLASH_RESOURCE_NAME);
    const there = { account: archive.account!, region: archive.region! };
    if (isElsewhere(there, here)) {
      throw invalid(scope, broken(REPLAY_ARCHIVE_ELSEWHERE, 'from', `an archive of ${environment(there)} in a stack of ${environment(here)}`));
    }
  }
}

/** Archive as a replay reads it. */
export interface BoundArchive extends BoundSource {
  readonly replay: ArchiveReplay;
}

/** Whether a source is an archive. */
export function isArchive(source: BoundSource): source is BoundArchive {
  return 'replay' in source;
}

function admitRule(queue: sqs.Queue, rule: events.CfnRule, key?: SourceOptions['encryptionKey']): void {
  const principals = [new iam.ServicePrincipal('events.amazonaws.com')];
  queue.addToResourcePolicy(new iam.PolicyStatement({
    principals,
    actions: ['sqs:SendMessage'],
    resources: [queue.queueArn],
    conditions: { ArnEquals: { 'aws:SourceArn': rule.attrArn } },
  }));
  // The policy of a key cannot name the rule, which refers to the queue and so to the key.
  key?.addToResourcePolicy(new iam.PolicyStatement({
    principals,
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(queue).account } },
  }));
}

/** Lets the state machine start and watch replays of the archive. */
function grantReplay(scope: Construct, machine: iam.IGrantable, { archiveArn, busArn, namePrefix }: ArchiveReplay): void {
  const replays = Stack.of(scope).formatArn({ service: 'events', resource: 'replay', resourceName: `${namePrefix}-*` });
  iam.Grant.addToPrincipal({ grantee: machine, actions: ['events:StartReplay'], resourceArns: [archiveArn, busArn, replays] });
  iam.Grant.addToPrincipal({ grantee: machine, actions: ['events:DescribeReplay'], resourceArns: [replays] });
  acknowledgeWildcard(machine.grantPrincipal as unknown as IConstruct, replays, 'A replay has no name before it starts. The permission covers the names of this construct.');
}
