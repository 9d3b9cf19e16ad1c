type Attribute = { readonly N?: string; readonly S?: string };
export type Item = Record<string, Attribute>;

/** Names and values that stand for those in an expression. */
export interface Placeholders {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Readonly<Record<string, Attribute>>;
}

/** Whether a condition holds: `attribute_exists`, `attribute_not_exists`, `=` and `<`, with AND or OR. Refuses what it does not know, and placeholders that are not used. */
export function holds(condition: string, item: Item | undefined, given: Placeholders): boolean {
  if (condition.includes(' OR ')) {
    return condition.split(' OR ').some(part => holds(part, item, given));
  }
  if (condition.includes(' AND ')) {
    return condition.split(' AND ').every(part => holds(part, item, given));
  }
  const exists = /^attribute_(not_)?exists\((#\w+)\)$/.exec(condition);
  if (exists) {
    return (item?.[nameOf(exists[2], given)] !== undefined) !== (exists[1] !== undefined);
  }
  const [, name, operator, value] = /^(#\w+) ([=<]) (:\w+)$/.exec(condition) ?? unknown(condition);
  const found = item?.[nameOf(name, given)];
  const wanted = valueOf(value, given);
  return found !== undefined && (operator === '=' ? JSON.stringify(found) === JSON.stringify(wanted) : Number(found.N) < Number(wanted.N));
}

/** The item after an update: SET, ADD and REMOVE of attributes. */
export function updated(expression: string, item: Item, given: Placeholders): Item {
  const next = { ...item };
  for (const [, verb, list] of expression.matchAll(/(SET|ADD|REMOVE) (.*?)(?= (?:SET|ADD|REMOVE) |$)/g)) {
    for (const part of list.split(', ')) {
      const [placeholder, value] = part.split(verb === 'SET' ? ' = ' : ' ');
      const name = nameOf(placeholder, given);
      if (verb === 'REMOVE') {
        delete next[name];
      } else if (verb === 'ADD') {
        next[name] = { N: String(Number(next[name]?.N ?? 0) + Number(valueOf(value, given).N)) };
      } else {
        next[name] = valueOf(value, given);
      }
    }
  }
  return next;
}

/** DynamoDB refuses a request with placeholders that no expression uses. */
export function unusedPlaceholder(expressions: readonly (string | undefined)[], given: Placeholders): string | undefined {
  const { ExpressionAttributeNames = {}, ExpressionAttributeValues = {} } = given;
  const used = new Set(expressions.flatMap(expression => expression?.match(/[#:]\w+/g) ?? []));
  return [...Object.keys(ExpressionAttributeNames), ...Object.keys(ExpressionAttributeValues)].find(placeholder => !used.has(placeholder));
}

function nameOf(placeholder: string, { ExpressionAttributeNames = {} }: Placeholders): string {
  return ExpressionAttributeNames[placeholder] ?? unknown(placeholder);
}

function valueOf(placeholder: string, { ExpressionAttributeValues = {} }: Placeholders): Attribute {
  return ExpressionAttributeValues[placeholder] ?? unknown(placeholder);
}

function unknown(text: string): never {
  throw new Error(`unknown in an expression: ${text}`);
}
