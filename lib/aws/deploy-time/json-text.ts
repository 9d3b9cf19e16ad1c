import { Lazy, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { inKeyOrder } from '../../provider/key-order';

/**
 * JSON text of a value, with the keys of every object in one order: the same value has the same text in every synth and every language.
 *
 * @param value a JSON value, which may have tokens as keys and as values
 * @returns a token if the value has tokens
 */
export function jsonText(scope: IConstruct, value: unknown): string {
  return hasTokens(value)
    ? Lazy.uncachedString({
      produce: context => Stack.of(scope).toJsonString(inKeyOrder(context.resolve(value, { allowIntrinsicKeys: true, removeEmpty: false }))),
    })
    : JSON.stringify(inKeyOrder(value));
}

function hasTokens(value: unknown): boolean {
  return Token.isUnresolved(value) || (typeof value === 'object' && value !== null
    && Object.entries(value).some(([key, member]) => Token.isUnresolved(key) || hasTokens(member)));
}
