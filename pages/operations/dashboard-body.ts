import { App } from 'aws-cdk-lib';
import { OnCall } from '../../examples/on-call/on-call';

/** A widget in the body of a dashboard, as CloudWatch reads it. */
export interface Widget {
  readonly type: 'text' | 'metric' | 'alarm';

  /** In the grid of CloudWatch, which has 24 columns. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: {
    readonly title?: string;
    readonly markdown?: string;

    /** Namespace, name, dimensions, and at last the rendering. */
    readonly metrics?: readonly (readonly [...string[], MetricRendering])[];
    readonly annotations?: { readonly horizontal: readonly Annotation[] };

    /** Logical ids. */
    readonly alarms?: readonly string[];
  };
}

/** How a widget shows a metric. */
export interface MetricRendering {
  readonly label?: string;
  readonly expression?: string;
  readonly visible?: boolean;
  readonly yAxis?: string;
}

/** A line at a value. */
export interface Annotation {
  readonly value: number;
  readonly label: string;
  readonly yAxis: string;
}

/** A dashboard and the alarms beside it. */
export interface ShownDashboard {
  readonly widgets: readonly Widget[];

  /** By logical id. */
  readonly alarmNames: ReadonlyMap<string, string>;
}

/** The dashboard of `examples/on-call`. A reference is the logical id that it refers to. */
export function shownDashboard(): ShownDashboard {
  const stack = new OnCall(new App(), 'OnCall');
  const { Resources } = (stack.node.root as App).synth().getStackByName('OnCall').template as { Resources: Record<string, Resource> };
  const { DashboardBody: body } = Object.values(Resources).find(({ Type }) => Type === 'AWS::CloudWatch::Dashboard')!.Properties;
  const parts = (body as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1];
  const text = parts.map(part => typeof part === 'string' ? part : referred(part as object)).join('');
  const alarms = Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::CloudWatch::Alarm');
  return {
    widgets: (JSON.parse(text) as { widgets: Widget[] }).widgets,
    alarmNames: new Map(alarms.map(([id, { Properties: { AlarmName } }]) => [id, String(AlarmName).split('/').at(-1)!])),
  };
}

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** The logical id in a `Ref` or `Fn::GetAtt`. */
function referred(reference: object): string {
  return String(Object.values(reference).flat()[0]);
}
