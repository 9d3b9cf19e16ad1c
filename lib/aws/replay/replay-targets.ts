import { Aspects, AspectPriority, Lazy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { FailedEventReplayProps } from './failed-event-replay-props';
import { namedTargets, sendersTo } from './known-targets';
import type { ReplayWorker } from './replay-worker';
import { REPLAY_TARGET_MISSING } from '../../constraints/aws-replay/source';
import { broken } from '../../constraints/rule';
import { REPLAY_PERMISSIONS, type ReplayTarget } from '../../contract/replay';
import { acknowledgeWildcard } from '../../provider/wildcard-finding';

const ALL_QUALIFIERS = 'A record names the alias or version that its event was for.';

/** The functions that a replay may invoke: those that its user names, or those of the app that send to its sources. */
export class ReplayTargets {
  constructor(private readonly scope: Construct, private readonly props: FailedEventReplayProps) {
    scope.node.addValidation({
      validate: () => this.all().length > 0 ? [] : [broken(REPLAY_TARGET_MISSING, 'targets', props.targets ? 'an empty list' : 'none')],
    });
  }

  /** Complete only when the app is whole. */
  all(): ReplayTarget[] {
    const { targets, from } = this.props;
    return targets ? namedTargets(this.scope, targets) : sendersTo(this.scope, from.map(source => source._declared));
  }

  /** Lets a worker invoke each function with any qualifier. */
  grantInvoke({ grantPrincipal: role }: ReplayWorker): void {
    const resources = () => this.all().flatMap(({ functionArn }) => [functionArn, `${functionArn}:*`]);
    role.addToPrincipalPolicy(new iam.PolicyStatement({
      actions: [...REPLAY_PERMISSIONS.functions],
      resources: Lazy.list({ produce: resources }),
    }));
    const acknowledge = () => this.all().forEach(({ functionArn }) => acknowledgeWildcard(role, `${functionArn}:*`, ALL_QUALIFIERS));
    if (this.props.targets) {
      acknowledge();
    } else {
      Aspects.of(role).add({ visit: node => node === role && acknowledge() }, { priority: AspectPriority.READONLY });
    }
  }
}
