import type { DeployTimeInvocationProperties } from '../../../lib/contract/deploy-time-invocation';
import type { ReceivedRequest, ScriptedAnswer } from '../loopback/scripted-server';

/** The properties of an invocation, as CloudFormation sends them. */
export function invocation(more: Partial<DeployTimeInvocationProperties> = {}): DeployTimeInvocationProperties {
  return {
    FunctionName: 'migrate',
    InvocationType: 'RequestResponse',
    Payloads: { Create: '{"action":"up"}', Update: '{"action":"up"}' },
    SkipOnRollback: 'false',
    InvocationTimeout: '60',
    LogGroupName: '/logs/migrate',
    ...more,
  };
}

/** What Lambda answers when the function returned something. */
export function returned(response: unknown, headers: Readonly<Record<string, string>> = {}): ScriptedAnswer {
  return { headers: { 'x-amzn-requestid': 'invocation-1', 'x-amz-executed-version': '7', ...headers }, body: JSON.stringify(response) };
}

/** What Lambda answers when the function threw. */
export function threw(error: unknown, log = ''): ScriptedAnswer {
  return returned(error, { 'x-amz-function-error': 'Unhandled', ...log && { 'x-amz-log-result': Buffer.from(log).toString('base64') } });
}

/** What Lambda answers to an event. */
export const ACCEPTED: ScriptedAnswer = { status: 202, headers: { 'x-amzn-requestid': 'event-1' } };

/** How the function was invoked, as far as requests differ. */
export function invoked({ path, query, headers, body }: ReceivedRequest) {
  return {
    path,
    qualifier: query.get('Qualifier'),
    type: headers['x-amz-invocation-type'],
    payload: body && JSON.parse(body),
  };
}
