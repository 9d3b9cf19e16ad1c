import { simulated } from './app';
import { STORIES, type RecordedAnswer, type Story } from './story';
import type { Behaviour, Simulator } from '../../../lib/simulator';
import type { Endpoint } from '../../../lib/simulator/endpoint';
import { send, type Sent } from '../endpoint/client';

describe.each(STORIES)('recorded: $story', story => {
  let simulator: Simulator;
  let endpoint: Endpoint;

  beforeAll(async () => {
    simulator = simulated(story);
    endpoint = await simulator.listen();
  });
  afterAll(() => endpoint.close());

  test.each(story.steps.map((step, index) => [step.recorded ?? `(${index + 1}: ${step.operation})`, step] as const))('%s', async (_, step) => {
    for (const name of Object.keys(story.functions)) {
      simulator.function(name).respond(behaviour(step.runs));
    }
    const sent = await send(endpoint.url, step.operation, step.request);
    if (step.recorded !== undefined) {
      expect(seen(sent, step.answer, step.operation)).toEqual(recorded(step.answer));
    } else {
      expect(sent.status).toBeLessThan(step.refused ? 500 : 300);
    }
  });
});

/** The behaviour of the function in the recording. */
function behaviour({ payload = 'null', error = '' }: Partial<Story['steps'][number]['runs']> = {}): Behaviour {
  return { run: () => error ? { kind: 'failed', error: JSON.parse(payload) } : { kind: 'succeeded', payload } };
}

/** The parts of an answer that were recorded. */
function seen({ status, headers, body }: Sent, { bodyMessageKey, ...answer }: RecordedAnswer, operation: string): object {
  const document = body === '' ? {} : JSON.parse(body) ?? {};
  const message: string | undefined = bodyMessageKey === undefined ? document.message ?? document.Message : document[bodyMessageKey];
  const violations = message === undefined ? [] : message.replace(/^\d+ validation errors? detected: /, '').split('; ');
  return {
    ...answer.status === undefined ? {} : { status },
    ...status < 300 ? {} : { errorCode: headers.get('x-amzn-errortype') },
    ...answer.message === undefined ? {} : { message },
    ...answer.type === undefined ? {} : { type: document.Type },
    ...answer.reason === undefined ? {} : { reason: document.Reason },
    ...answer.validationErrors === undefined ? {} : {
      count: message!.slice(0, message!.indexOf(' detected')),
      validationErrors: violations,
    },
    ...answer.response === undefined ? {} : { response: responseOf(operation, status, headers, body) },
    ...answer.part === undefined ? {} : { part: Object.fromEntries(Object.keys(answer.part).map(name => [name, document[name] ?? null])) },
    ...status < 300 ? {} : { members: membersOf(document, bodyMessageKey) },
    present: (answer.headersPresent ?? []).filter(name => headers.has(name)),
    absent: (answer.headersAbsent ?? []).filter(name => !headers.has(name)),
  };
}

function responseOf(operation: string, status: number, headers: Headers, body: string): unknown {
  if (operation !== 'Invoke') {
    return body === '' ? {} : JSON.parse(body);
  }
  return {
    StatusCode: status,
    Payload: body,
    ...headers.has('x-amz-executed-version') ? { ExecutedVersion: headers.get('x-amz-executed-version') } : {},
    ...headers.has('x-amz-function-error') ? { FunctionError: headers.get('x-amz-function-error') } : {},
    ...headers.has('x-amz-log-result') ? { LogResult: 'log-result' } : {},
  };
}

/** The members of an error. Of some recordings only the message was kept: then only those that no error has. */
function membersOf(document: object, messageKey: string | undefined): string[] {
  const members = Object.entries(document).filter(([, value]) => value !== undefined).map(([name]) => name);
  return members.filter(name => messageKey !== undefined || !['Message', 'Reason', 'Type', 'message'].includes(name)).sort();
}

function recorded({ bodyMessageKey, headersPresent = [], headersAbsent = [], ...answer }: RecordedAnswer): object {
  const { validationErrors: errors, response } = answer;
  const text = (payload: unknown) => typeof payload === 'string' ? payload : JSON.stringify(payload);
  const wired = response && 'StatusCode' in response ? { ...response, Payload: 'Payload' in response ? text(response.Payload) : '' } : response;
  return {
    ...anyOf(answer) as object,
    ...errors ? { count: `${errors.length} validation error${errors.length === 1 ? '' : 's'}` } : {},
    ...wired ? { response: anyOf(wired) } : {},
    ...answer.errorCode === undefined ? {} : { members: bodyMessageKey === undefined ? [] : membersOf({ Reason: answer.reason, Type: answer.type, [bodyMessageKey]: '' }, bodyMessageKey) },
    present: headersPresent,
    absent: headersAbsent,
  };
}

function anyOf(value: unknown): unknown {
  if (value === '<any>') {
    return expect.anything();
  }
  if (Array.isArray(value)) {
    return value.map(anyOf);
  }
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, anyOf(member)])) : value;
}
