import type { ScriptedAnswer } from '../../loopback/scripted-server';

export const SECRET_ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:alibaba-AbCdEf';

/** The answer of GetSecretValue. */
export function secretValue(value: unknown): ScriptedAnswer {
  return { body: { ARN: SECRET_ARN, Name: 'alibaba', VersionId: 'v', SecretString: typeof value === 'string' ? value : JSON.stringify(value) } };
}

/** An error as Secrets Manager words it. */
export function secretsError(status: number, name: string, message = `${name} it is.`): ScriptedAnswer {
  return { status, headers: { 'x-amzn-errortype': name }, body: { __type: name, message } };
}
