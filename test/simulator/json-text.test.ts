import { inspect } from 'node:util';
import { shop } from './shop';
import { JsonText, succeeds } from '../../lib/simulator';

const TEXT = '{"id": 9007199254740993, "amount": 1.10}';

test('reaches the record exactly as it is written, as payload and as response', async () => {
  const sim = shop({ configs: { $LATEST: { onSuccess: 'Queue' } } });
  sim.function('Orders').respond(succeeds(new JsonText(TEXT)), () => new JsonText(TEXT));
  const outcomes = [await sim.invoke('Orders', { payload: new JsonText(TEXT) }), await sim.invoke('Orders', { payload: new JsonText(TEXT) })];
  await sim.clock.settle();
  for (const { text } of sim.destination('Queue').arrivals) {
    expect(text).toContain(`"requestPayload":${TEXT},`);
    expect(text).toContain(`"responsePayload":${TEXT}}`);
  }
  expect(outcomes.map(({ payloadText }) => payloadText)).toEqual([TEXT, TEXT]);
});

test('is printed as its text', () => {
  expect([`${new JsonText(TEXT)}`, inspect(new JsonText(TEXT))]).toEqual([TEXT, TEXT]);
});

test.each([
  ['a text that is not JSON', () => new JsonText('{'), SyntaxError, 'in JSON'],
  ['a value', () => new JsonText(1 as never), TypeError, '`text` must be a string that holds JSON, got: 1'],
])('refuses %s', (_, make, type, message) => {
  expect(make).toThrow(type);
  expect(make).toThrow(message);
});

test('is refused within another value, where it would be parsed', async () => {
  await expect(shop().invoke('Orders', { payload: { order: new JsonText(TEXT) } }))
    .rejects.toThrow('`payload` must be a JSON value: a `JsonText` must be the whole value, not a part of one. Write the whole value as text');
});
