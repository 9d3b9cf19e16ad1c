import { holds, unusedPlaceholder, updated, type Item, type Placeholders } from './dynamo-expressions';
import type { ReceivedRequest, ScriptedAnswer } from '../../handler/loopback/scripted-server';

/** Most keys of BatchGetItem. */
const MOST_KEYS = 100;

type Input = Placeholders & {
  readonly Item: Item;
  readonly Key: Item;
  readonly RequestItems: Readonly<Record<string, { readonly Keys: Item[] }>>;
  readonly ConditionExpression?: string;
  readonly UpdateExpression: string;
};

/** A table of DynamoDB with the partition key `id`, behind HTTP. */
export class DynamoTable {
  readonly items = new Map<string, Item>();

  /** Keys that BatchGetItem leaves out once. */
  readonly unprocessed = new Set<string>();

  answer({ headers, body }: ReceivedRequest): ScriptedAnswer {
    const input = JSON.parse(body) as Input;
    const unused = unusedPlaceholder([input.ConditionExpression, input.UpdateExpression], input);
    if (unused !== undefined) {
      return refusal('ValidationException', `unused in expressions: ${unused}`);
    }
    switch (String(headers['x-amz-target']).split('.')[1]) {
      case 'GetItem': return { body: { Item: this.items.get(input.Key.id.S!) } };
      case 'BatchGetItem': return this.batch(input);
      case 'PutItem': return this.change(input, input.Item.id.S!, () => input.Item);
      case 'UpdateItem': return this.change(input, input.Key.id.S!, item => updated(input.UpdateExpression, item ?? input.Key, input));
      default: return refusal('UnknownOperationException');
    }
  }

  private batch({ RequestItems }: Input): ScriptedAnswer {
    const [[table, { Keys }]] = Object.entries(RequestItems);
    const keys = Keys.map(({ id }) => id.S!);
    if (keys.length > MOST_KEYS || new Set(keys).size < keys.length) {
      return refusal('ValidationException', 'too many keys, or duplicates');
    }
    const left = keys.filter(key => this.unprocessed.delete(key));
    const found = keys.filter(key => !left.includes(key)).flatMap(key => this.items.get(key) ?? []);
    return { body: { Responses: { [table]: found }, UnprocessedKeys: left.length > 0 ? { [table]: { Keys: left.map(S => ({ id: { S } })) } } : {} } };
  }

  private change(input: Input, id: string, make: (item: Item | undefined) => Item): ScriptedAnswer {
    const item = this.items.get(id);
    if (input.ConditionExpression !== undefined && !holds(input.ConditionExpression, item, input)) {
      return refusal('ConditionalCheckFailedException', 'The conditional request failed');
    }
    const next = make(item);
    this.items.set(id, next);
    return { body: { Attributes: next } };
  }
}

function refusal(name: string, message = name): ScriptedAnswer {
  return { status: 400, body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message } };
}
