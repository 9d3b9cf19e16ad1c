import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { DeployTimeEvent } from './deploy-time-event';
import { InvocationType } from './invocation-type';
import { jsonText } from './json-text';
import { jsonViolation } from './json-value';
import { CLIENT_CONTEXT, EVENT_PAYLOAD, INVOKE_ASYNC_PAYLOAD, SYNCHRONOUS_PAYLOAD } from '../../constraints/aws-lambda/invoke';
import type { ChoiceConstraint, SizeConstraint } from '../../constraints/constraint';
import { invalid } from '../../constraints/invalid';
import { quoted, violation } from '../../constraints/violation';

/** Some languages do not check the values of an enum. */
const EVENT: ChoiceConstraint = {
  kind: 'choice',
  property: 'invokeOn',
  parameter: 'RequestType',
  values: Object.values(DeployTimeEvent),
  source: 'AWS CloudFormation user guide, custom resource request objects',
};

/** Properties that determine the payloads. */
export interface PayloadSettings {
  readonly invocationType: InvocationType;
  readonly invokeAsync: boolean;
  readonly invokeOn: DeployTimeEvent[];
  readonly payload?: any;
  readonly payloadOnCreate?: any;
  readonly payloadOnUpdate?: any;
  readonly payloadOnDelete?: any;
  readonly lifecycleKey?: string;
}

/**
 * The payload of each event that invokes the function, as JSON text; empty for none.
 *
 * @throws Error if a payload is too large, is not JSON, has the key `lifecycleKey` already, or would never be sent
 */
export function payloads(scope: IConstruct, settings: PayloadSettings): Partial<Record<DeployTimeEvent, string>> {
  const { invokeOn } = settings;
  if (invokeOn.length === 0) {
    throw invalid(scope, '`invokeOn` must have at least one event, got: none. Leave it out to invoke on create and update.');
  }
  refuseIf(scope, invokeOn.map(event => violation(EVENT, event)).find(message => message !== undefined));
  const unsent = Object.values(DeployTimeEvent).filter(event => settings[propertyOf(event)] !== undefined && !invokeOn.includes(event));
  if (unsent.length > 0) {
    throw invalid(scope, ...unsent.map(event =>
      `\`${propertyOf(event)}\` must be left out unless \`invokeOn\` lists that event, got: a payload that would never be sent`));
  }
  if (settings.payload !== undefined && invokeOn.every(event => settings[propertyOf(event)] !== undefined)) {
    throw invalid(scope, '`payload` must be left out where each event has a payload of its own, got: a payload that would never be sent');
  }
  return Object.fromEntries(Object.values(DeployTimeEvent).filter(event => invokeOn.includes(event)).map(event => {
    const own = settings[propertyOf(event)] !== undefined;
    return [event, payloadText(scope, settings, own ? propertyOf(event) : 'payload')];
  }));
}

/**
 * The client context as JSON text.
 *
 * @throws Error if it is too large or not JSON
 */
export function clientContextText(scope: IConstruct, context: any): string | undefined {
  if (context === undefined) {
    return undefined;
  }
  refuseIf(scope, jsonViolation(context, CLIENT_CONTEXT.property));
  const text = jsonText(scope, context);
  refuseIf(scope, Token.isUnresolved(text) ? undefined : violation(CLIENT_CONTEXT, Buffer.from(text).toString('base64')));
  return text;
}

function payloadText(scope: IConstruct, settings: PayloadSettings, property: 'payload' | ReturnType<typeof propertyOf>): string {
  const payload = settings[property];
  refuseIf(scope, lifecycleViolation(payload, property, settings.lifecycleKey));
  if (payload === undefined) {
    return '';
  }
  refuseIf(scope, jsonViolation(payload, property));
  const text = jsonText(scope, payload);
  refuseIf(scope, Token.isUnresolved(text) ? undefined : violation(limit(settings), text, property));
  return text;
}

function lifecycleViolation(payload: any, property: string, key?: string): string | undefined {
  if (key === undefined || Token.isUnresolved(payload)) {
    return undefined;
  }
  if (key === '') {
    return '`lifecycleKey` must be a key, got: ""';
  }
  if (payload !== undefined && (typeof payload !== 'object' || payload === null || Array.isArray(payload))) {
    return `\`${property}\` must be an object, or be left out, when \`lifecycleKey\` is given, got: ${typeof payload === 'string' ? 'a text' : quoted(payload)}`;
  }
  return payload !== undefined && Object.hasOwn(payload, key)
    ? `\`lifecycleKey\` must be a key that \`${property}\` does not have, got: ${quoted(key)}`
    : undefined;
}

function limit({ invocationType, invokeAsync }: PayloadSettings): SizeConstraint {
  if (invokeAsync) {
    return INVOKE_ASYNC_PAYLOAD;
  }
  return invocationType === InvocationType.EVENT ? EVENT_PAYLOAD : SYNCHRONOUS_PAYLOAD;
}

function propertyOf(event: DeployTimeEvent): 'payloadOnCreate' | 'payloadOnUpdate' | 'payloadOnDelete' {
  return `payloadOn${event}`;
}

function refuseIf(scope: IConstruct, message?: string): void {
  if (message) {
    throw invalid(scope, message);
  }
}
