import { lazily, numberIn, objectIn, type DeployedResource, type DeployedResources, type Properties } from './deployed-resources';
import type { DeployedRule } from './rules';
import { retryPolicyOf, type Targeting } from './targets';
import { DEFAULT_SCHEDULE_GROUP } from '../../../constraints/aws-lambda/sender-metrics';
import type { Named } from '../../handles';
import { busEvent, utc } from '../../sources/bus/bus-event';
import { stringAttributes, trigger, waitOfEventBridge } from '../../sources/bus/simulated-bus';
import type { DeclaredSchedule } from '../../sources/declared-sources';
import { Hop } from '../../sources/flow/hop';
import { spoken, type Station } from '../../sources/flow/station';
import { scheduleInput } from '../../sources/matching/schedule-input';
import { post, type Targets } from '../../sources/outbox';
import type { Fire, Times } from '../../sources/schedule/simulated-schedule';
import { schedule } from '../../sources/schedules/schedule';
import type { StackEnvironment } from '../environment';

/** The rules with a schedule. */
export function scheduledRules(rules: readonly DeployedRule[], createdAt: number, unplayed: string[]): DeclaredSchedule[] {
  return rules.filter(({ scheduleExpression }) => scheduleExpression !== undefined).map(rule => ({
    station: rule,
    times: rule.enabled ? played(rule, unplayed, () => schedule(rule.scheduleExpression!, { kind: 'rule', createdAt })) : undefined,
    fire: (targets, newId) => at => {
      const { account, region } = rule.environment;
      const event = busEvent({ id: newId(), detailType: 'Scheduled Event', source: 'aws.events', account, region, time: at, resources: [rule.arn], detail: '{}' });
      return trigger(rule, event, undefined, targets, 'fired by');
    },
  }));
}

/** The schedules of EventBridge Scheduler. */
export function schedulerSchedules(resources: DeployedResources, targeting: Targeting, createdAt: number, unplayed: string[]): DeclaredSchedule[] {
  return resources.of(
    'AWS::Scheduler::Schedule', 'ScheduleExpression', 'ScheduleExpressionTimezone', 'StartDate', 'EndDate', 'FlexibleTimeWindow', 'State', 'Target', 'GroupName',
  ).map(resource => {
    const { properties, key, logicalId, path, name, environment: { partition, region, account } } = resource;
    const arn = `arn:${partition}:scheduler:${region}:${account}:schedule/${properties.GroupName ?? 'default'}/${name}`;
    const station = { kind: 'schedule', key, logicalId, path, name, arn };
    return {
      station,
      times: played(resource, unplayed, () => timesOf(resource, createdAt)),
      fire: (targets, newId) => fire(resource, targeting, station, targets, newId),
    };
  });
}

/** The times of a schedule; none if the service refuses them, or if nobody knows what they mean. */
function played({ key = '' }: Named, unplayed: string[], times: () => Times | undefined): Times | undefined {
  try {
    return times();
  } catch (error) {
    unplayed.push(`\`ScheduleExpression\` of \`${key}\` is not played: ${(error as Error).message}`);
    return undefined;
  }
}

function timesOf({ properties }: DeployedResource, createdAt: number): Times | undefined {
  const { ScheduleExpression: expression, State: state, ScheduleExpressionTimezone: timeZone } = properties;
  const { StartDate: start, EndDate: end, FlexibleTimeWindow: window } = properties;
  if (state === 'DISABLED' || typeof expression !== 'string') {
    return undefined;
  }
  return schedule(expression, {
    kind: 'scheduler',
    createdAt,
    timeZone,
    start: start === undefined ? undefined : Date.parse(start),
    end: end === undefined ? undefined : Date.parse(end),
    flexibleMinutes: window?.Mode === 'FLEXIBLE' ? numberIn(window.MaximumWindowInMinutes, 1) : undefined,
  });
}

function fire(
  { properties, key, environment }: DeployedResource,
  targeting: Targeting,
  station: Station & { readonly arn: string },
  targets: Targets,
  newId: () => string,
): Fire {
  const target = objectIn(properties.Target);
  const group = scheduleGroupArn(environment, properties.GroupName);
  const call = universalCall(target);
  const input = lazily(() => scheduleInput(call ? '' : String(target.Input)));
  const deployed = call
    ? targeting.of('schedule', key, 'Target.Input.FunctionName', '', retryPolicyOf(target))
    : targeting.of('schedule', key, 'Target.Arn', String(target.Arn ?? ''), retryPolicyOf(target));
  return at => {
    const { account, region } = environment;
    const hop = new Hop(targets.now(), station, `fired by ${spoken(station)}`, undefined);
    const executionId = newId();
    const context = { scheduleArn: station.arn, scheduledTime: utc(at), executionId, attemptNumber: 1 };
    const given = call || target.Input === undefined ? undefined : input()(context);
    const text = call?.payload ?? given ?? busEvent({
      id: executionId, detailType: 'Scheduled Event', source: 'aws.scheduler', account, region, time: at, resources: [station.arn], detail: '"{}"',
    }).text;
    post(targets, {
      station,
      measured: { kind: 'schedule', arn: group },
      waitBefore: waitOfEventBridge,
      deadLetter: ({ code, reason }) => ({
        text,
        attributes: stringAttributes({
          ERROR_CODE: code, ERROR_MESSAGE: reason, EXECUTION_ID: executionId, SCHEDULE_ARN: station.arn, TARGET_ARN: deployed.arn,
        }),
      }),
    }, deployed, { what: 'event', text, lineage: undefined, groupId: target.SqsParameters?.MessageGroupId }, hop);
    return hop;
  };
}

/** The ARN of a group of schedules. */
export function scheduleGroupArn({ partition, region, account }: StackEnvironment, name: string = DEFAULT_SCHEDULE_GROUP): string {
  return `arn:${partition}:scheduler:${region}:${account}:schedule-group/${name}`;
}

/** The payload of a universal target that invokes a function asynchronously; undefined for any other target. */
function universalCall({ Arn: arn, Input: input }: Properties): { readonly payload: string } | undefined {
  const call = /^arn:[^:]+:scheduler:::aws-sdk:lambda:invoke$/.test(String(arn)) ? objectIn(input) : {};
  return call.InvocationType === 'Event' ? { payload: String(call.Payload ?? '{}') } : undefined;
}
