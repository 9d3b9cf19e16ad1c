/**
 * Whether a topic matches a topic filter of MQTT: `+` stands for one level, `#` for all levels from there on.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/topics.html#topicfilters
 */
export function matchesFilter(filter: string, topic: string): boolean {
  const [wanted, levels] = [filter.split('/'), topic.split('/')];
  const end = wanted.indexOf('#');
  const isLong = end === -1 ? levels.length === wanted.length : levels.length >= end;
  // MQTT keeps topics that begin with $ apart.
  const isReserved = topic.startsWith('$') && (wanted[0] === '+' || wanted[0] === '#');
  return isLong && !isReserved && wanted.slice(0, end === -1 ? undefined : end).every((level, index) => level === '+' || level === levels[index]);
}
