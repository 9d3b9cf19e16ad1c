import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** Attributes of an item in the form of the API. The ledger has texts and numbers only. */
export function marshalled(item: object): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(item)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, typeof value === 'number' ? { N: String(value) } : { S: String(value) }]));
}

/** The item that the API returned. */
export function unmarshalled<T>(attributes: Readonly<Record<string, AttributeValue>>): T {
  return Object.fromEntries(Object.entries(attributes).map(([name, { N, S }]) => [name, N === undefined ? S : Number(N)])) as T;
}
