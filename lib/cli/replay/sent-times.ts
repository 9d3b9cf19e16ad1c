/** Times in milliseconds at which messages were sent, by the ids of the messages. They are in no record and no dead letter. */
export function sentTimes(document: unknown): ReadonlyMap<string, number> {
  const messages = [document].flat().flatMap(value => [member(value, 'Messages') ?? member(value, 'Records') ?? value].flat());
  return new Map(messages.flatMap(message => {
    const id = member(message, 'MessageId') ?? member(message, 'messageId');
    const time = Number(member(member(message, 'Attributes') ?? member(message, 'attributes'), 'SentTimestamp'));
    return typeof id === 'string' && time > 0 ? [[id, time] as const] : [];
  }));
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
