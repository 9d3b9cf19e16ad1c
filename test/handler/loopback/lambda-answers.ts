import type { ScriptedAnswer } from './scripted-server';

/** An error as Lambda words it: the name in a header, the message in the body. */
export function lambdaError(status: number, name: string, message = `${name} it is.`, headers: Readonly<Record<string, string>> = {}): ScriptedAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-ErrorType': name, ...headers },
    body: { Type: status < 500 ? 'User' : 'Service', Message: message },
  };
}
