import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { DeployTimeEvent } from './deploy-time-event';
import { InvocationType } from './invocation-type';
import { CLIENT_CONTEXT, EVENT_PAYLOAD, INVOKE_ASYNC_PAYLOAD, SYNCHRONOUS_PAYLOAD } from '../../constraints/aws-lambda/invoke';
import type { SizeConstraint } from '../../constraints/constraint';
import { invalid } from '../../constraints/invalid';
import { quoted, violation } from '../../constraints/violation';

/** What the user says about payloads. */
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
 * The payload of each event that invokes, as JSON text; the empty text for none.
 *
 * @throws Error if one is too large, is no JSON, has no room for the lifecycle, or would never be sent
 */
export function payloads(scope: IConstruct, settings: PayloadSettings): Partial<Record<DeployTimeEvent, string>> {
  const { invokeOn } = settings;
  if (invokeOn.length === 0) {
    throw invalid(scope, '`invokeOn` must have at least one event, got: none. Leave it out to invoke on create and update.');
  }
  const unsent = Object.values(DeployTimeEvent).filter(event => settings[propertyOf(event)] !== undefined && !invokeOn.includes(event));
  if (unsent.length > 0) {
    throw invalid(scope, ...unsent.map(event =>
      `\`${propertyOf(event)}\` must be left out unless \`invokeOn\` lists that event, got: a payload that would never be sent`));
  }
  return Object.fromEntries(Object.values(DeployTimeEvent).filter(event => invokeOn.includes(event)).map(event => {
    const own = settings[propertyOf(event)] !== undefined;
    return [event, payloadText(scope, settings, own ? propertyOf(event) : 'payload')];
  }));
}

/**
 * The client context as JSON text.
 *
 * @throws Error if it is too large or no JSON
 */
export function clientContextText(scope: IConstruct, context: any): string | undefined {
  if (context === undefined) {
    return undefined;
  }
  const text = literal(context);
  refuseIf(scope, text === undefined ? undefined : violation(CLIENT_CONTEXT, Buffer.from(text).toString('base64')));
  return Stack.of(scope).toJsonString(context);
}

function payloadText(scope: IConstruct, settings: PayloadSettings, property: 'payload' | ReturnType<typeof propertyOf>): string {
  const payload = settings[property];
  refuseIf(scope, lifecycleViolation(payload, property, settings.lifecycleKey));
  if (payload === undefined) {
    return '';
  }
  if (literal(payload) !== undefined || !isJson(payload)) {
    refuseIf(scope, violation(limit(settings), isJson(payload) ? JSON.stringify(payload) : payload, property));
  }
  return Stack.of(scope).toJsonString(payload);
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

function isJson(value: any): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

/** The JSON of a value that has no tokens in it. */
function literal(value: any): string | undefined {
  const text = isJson(value) ? JSON.stringify(value) : undefined;
  return text === undefined || Token.isUnresolved(value) || Token.isUnresolved(text) ? undefined : text;
}

function refuseIf(scope: IConstruct, message?: string): void {
  if (message) {
    throw invalid(scope, message);
  }
}
