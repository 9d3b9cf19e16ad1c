import type { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { AsyncInvokeAlarms } from './async-invoke-alarms';
import { dashboardRows } from './dashboard-rows';
import { carryConditions } from '../target/carried-condition';

/** Properties of `AsyncInvokeDashboard`. */
export interface AsyncInvokeDashboardProps {
  /** Alarms of the functions to show, in this order. */
  readonly alarms: AsyncInvokeAlarms[];

  /**
   * Name of the dashboard: letters, digits, hyphens and underscores.
   *
   * @default - a generated name
   */
  readonly dashboardName?: string;

  /**
   * The time that the dashboard shows at first.
   *
   * @default Duration.hours(3)
   */
  readonly defaultInterval?: Duration;
}

/**
 * Dashboard of asynchronous invocation, with rows for each function, alias or version.
 *
 * Each function has six widgets, and a text that explains each: events in, age against its limit, runs, failures, what is
 * in the failure queue, and the alarms. The limits follow the config that applies. `addWidgets` adds your own widgets.
 */
export class AsyncInvokeDashboard extends cloudwatch.Dashboard {
  /** The rows for one function, alias or version, to add to a dashboard that you have. */
  static rowsFor(alarms: AsyncInvokeAlarms): cloudwatch.IWidget[][] {
    return dashboardRows(alarms);
  }

  constructor(scope: Construct, id: string, props: AsyncInvokeDashboardProps) {
    super(scope, id, {
      dashboardName: props.dashboardName,
      defaultInterval: props.defaultInterval,
      widgets: props.alarms.flatMap(dashboardRows),
    });
    carryConditions(this.node.defaultChild as cloudwatch.CfnDashboard);
  }
}
