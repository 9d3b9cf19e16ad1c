import {
  BatchGetItemCommand, GetItemCommand, PutItemCommand, UpdateItemCommand, type AttributeValue, type DynamoDBClient, type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshalled, unmarshalled } from './items';
import { LEDGER_EXPIRY, LEDGER_ITEM, LEDGER_KEY } from '../../contract/replay-ledger';
import type { Clock } from '../run/clock';
import { WORKER_GONE, type Change, type ControlItem, type EventItem, type Ledger, type ReplayItem, type Sum, type TallyItem } from '../run/ledger';

/** Most ids of one look-up: two keys each, and DynamoDB takes 100. */
const MOST_IDS = 50;

/** Delay in milliseconds before keys are asked for again that DynamoDB has left out. */
const DELAY = 50;

const DAY = 24 * 3600;

type Kind = keyof typeof LEDGER_ITEM;

/** The ledger in a table of Amazon DynamoDB. */
export class DynamoLedger implements Ledger {
  constructor(
    private readonly client: DynamoDBClient,
    private readonly table: string,
    private readonly days: number,
    private readonly clock: Clock,
  ) {}

  async find(ids: readonly string[]): Promise<{ events: Map<string, EventItem>; replays: Map<string, ReplayItem> }> {
    const found = { events: new Map<string, EventItem>(), replays: new Map<string, ReplayItem>() };
    const wanted = [...new Set(ids)];
    for (let at = 0; at < wanted.length; at += MOST_IDS) {
      const keys = wanted.slice(at, at + MOST_IDS).flatMap(id => [this.key('event', id), this.key('replay', id)]);
      for (const item of await this.items(keys)) {
        const { id: key, ...rest } = unmarshalled<{ id: string }>(item);
        const isEvent = key.startsWith(LEDGER_ITEM.event);
        const id = key.slice(LEDGER_ITEM[isEvent ? 'event' : 'replay'].length);
        (found[isEvent ? 'events' : 'replays'] as Map<string, object>).set(id, { id, ...rest });
      }
    }
    return found;
  }

  async begin(item: EventItem, inPlaceOf: EventItem | undefined): Promise<EventItem | undefined> {
    try {
      await this.client.send(new PutItemCommand({
        TableName: this.table,
        Item: this.itemOf('event', item),
        ...inPlaceOf
          ? {
            ConditionExpression: '#token = :token AND #state = :state',
            ExpressionAttributeNames: { '#token': 'token', '#state': 'state' },
            ExpressionAttributeValues: marshalled({ ':token': inPlaceOf.token, ':state': inPlaceOf.state }),
          }
          : { ConditionExpression: 'attribute_not_exists(#id)', ExpressionAttributeNames: { '#id': LEDGER_KEY } },
      }));
      return undefined;
    } catch (error) {
      if (!isRefusedCondition(error)) {
        throw error;
      }
      return (await this.find([item.id])).events.get(item.id);
    }
  }

  async finish({ id, token }: EventItem, { state, at, newId, error }: Change): Promise<boolean> {
    return this.update('event', id, {
      UpdateExpression: `SET #state = :state, #at = :at${newId === undefined ? '' : ', #newId = :newId'}${error === undefined ? ' REMOVE #error' : ', #error = :error'}`,
      ConditionExpression: '#token = :token',
      ExpressionAttributeNames: { '#state': 'state', '#at': 'at', '#token': 'token', '#error': 'error', ...newId !== undefined && { '#newId': 'newId' } },
      ExpressionAttributeValues: marshalled({ ':state': state, ':at': at, ':token': token, ':newId': newId, ':error': error }),
    });
  }

  async doubt({ id, token }: EventItem, at: number): Promise<boolean> {
    return this.update('event', id, {
      UpdateExpression: 'SET #state = :doubt, #at = :at, #error = :error',
      ConditionExpression: '#token = :token AND #state = :sending',
      ExpressionAttributeNames: { '#state': 'state', '#at': 'at', '#token': 'token', '#error': 'error' },
      ExpressionAttributeValues: marshalled({ ':doubt': 'in-doubt', ':sending': 'sending', ':at': at, ':token': token, ':error': WORKER_GONE }),
    });
  }

  async remember(item: ReplayItem): Promise<void> {
    await this.client.send(new PutItemCommand({ TableName: this.table, Item: this.itemOf('replay', item) }));
  }

  async note(id: string, outcome: NonNullable<ReplayItem['outcome']>): Promise<ReplayItem | undefined> {
    const noted = await this.update('replay', id, {
      UpdateExpression: 'SET #outcome = :outcome',
      ConditionExpression: 'attribute_exists(#id) AND attribute_not_exists(#outcome)',
      ExpressionAttributeNames: { '#id': LEDGER_KEY, '#outcome': 'outcome' },
      ExpressionAttributeValues: marshalled({ ':outcome': outcome }),
    });
    return noted ? (await this.find([id])).replays.get(id) : undefined;
  }

  async control(run: string): Promise<ControlItem | undefined> {
    return this.get<ControlItem>('control', run);
  }

  async start(item: ControlItem): Promise<void> {
    try {
      await this.client.send(new PutItemCommand({
        TableName: this.table,
        Item: this.itemOf('control', item),
        ConditionExpression: 'attribute_not_exists(#id)',
        ExpressionAttributeNames: { '#id': LEDGER_KEY },
      }));
    } catch (error) {
      if (!isRefusedCondition(error)) {
        throw error;
      }
    }
  }

  async steer(run: string, change: Partial<Omit<ControlItem, 'id'>>): Promise<void> {
    const names = Object.keys(change);
    await this.update('control', run, {
      UpdateExpression: `SET ${names.map((_, index) => `#n${index} = :v${index}`).join(', ')}`,
      ConditionExpression: 'attribute_exists(#id)',
      ExpressionAttributeNames: { '#id': LEDGER_KEY, ...Object.fromEntries(names.map((name, index) => [`#n${index}`, name])) },
      ExpressionAttributeValues: marshalled(Object.fromEntries(Object.values(change).map((value, index) => [`:v${index}`, value]))),
    });
  }

  async tally(run: string): Promise<TallyItem> {
    return await this.get<TallyItem>('tally', run) ?? { id: run };
  }

  async add(run: string, sums: Readonly<Partial<Record<Sum, number>>>): Promise<void> {
    const entries = Object.entries(sums);
    await this.update('tally', run, {
      UpdateExpression: `SET #expires = :expires ADD ${entries.map(([name]) => `#${name} :${name}`).join(', ')}`,
      ExpressionAttributeNames: { '#expires': LEDGER_EXPIRY, ...Object.fromEntries(entries.map(([name]) => [`#${name}`, name])) },
      ExpressionAttributeValues: marshalled({ ':expires': this.expiry(this.days), ...Object.fromEntries(entries.map(([name, value]) => [`:${name}`, value])) }),
    });
  }

  async raiseFrontier(run: string, time: number): Promise<void> {
    await this.update('tally', run, {
      UpdateExpression: 'SET #frontier = :time, #expires = :expires',
      ConditionExpression: 'attribute_not_exists(#frontier) OR #frontier < :time',
      ExpressionAttributeNames: { '#frontier': 'frontier', '#expires': LEDGER_EXPIRY },
      ExpressionAttributeValues: marshalled({ ':time': time, ':expires': this.expiry(this.days) }),
    });
  }

  async take(run: string, second: number, number: number): Promise<number> {
    const { Attributes = {} } = await this.client.send(new UpdateItemCommand({
      TableName: this.table,
      Key: this.key('rate', `${run}#${second}`),
      UpdateExpression: 'SET #expires = :expires ADD #taken :number',
      ExpressionAttributeNames: { '#expires': LEDGER_EXPIRY, '#taken': 'taken' },
      ExpressionAttributeValues: marshalled({ ':expires': this.expiry(1), ':number': number }),
      ReturnValues: 'UPDATED_NEW',
    }));
    return Number(Attributes.taken?.N ?? number) - number;
  }

  private async get<T extends { readonly id: string }>(kind: Kind, id: string): Promise<T | undefined> {
    const { Item } = await this.client.send(new GetItemCommand({ TableName: this.table, Key: this.key(kind, id), ConsistentRead: true }));
    return Item && { ...unmarshalled<T>(Item), id };
  }

  private async items(keys: Record<string, AttributeValue>[]): Promise<Record<string, AttributeValue>[]> {
    const items: Record<string, AttributeValue>[] = [];
    let wanted = keys;
    while (wanted.length > 0) {
      const { Responses = {}, UnprocessedKeys = {} } = await this.client.send(new BatchGetItemCommand({
        RequestItems: { [this.table]: { Keys: wanted, ConsistentRead: true } },
      }));
      // The answer may have the name of the table for its ARN.
      items.push(...Object.values(Responses).flat());
      wanted = Object.values(UnprocessedKeys).flatMap(({ Keys = [] }) => Keys);
      if (wanted.length > 0) {
        await this.clock.sleep(DELAY);
      }
    }
    return items;
  }

  /** Updates an item; false if its condition does not hold. */
  private async update(kind: Kind, id: string, input: Omit<UpdateItemCommandInput, 'TableName' | 'Key'>): Promise<boolean> {
    try {
      await this.client.send(new UpdateItemCommand({ TableName: this.table, Key: this.key(kind, id), ...input }));
      return true;
    } catch (error) {
      if (isRefusedCondition(error)) {
        return false;
      }
      throw error;
    }
  }

  private key(kind: Kind, id: string): Record<string, AttributeValue> {
    return { [LEDGER_KEY]: { S: `${LEDGER_ITEM[kind]}${id}` } };
  }

  private itemOf(kind: Kind, item: { readonly id: string }): Record<string, AttributeValue> {
    return { ...marshalled({ ...item, [LEDGER_EXPIRY]: this.expiry(this.days) }), ...this.key(kind, item.id) };
  }

  private expiry(days: number): number {
    return Math.floor(this.clock.now() / 1000) + days * DAY;
  }
}

function isRefusedCondition(error: unknown): boolean {
  return (error as Error).name === 'ConditionalCheckFailedException';
}
