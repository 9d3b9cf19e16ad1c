import { traceId } from '../../lib/simulator/trace-id';

test('has the form of a trace that is not sampled', () => {
  expect(traceId('01234567-89ab-4def-8123-456789abcdef')).toBe('Root=1-01234567-89ab4def8123456789abcdef;Sampled=0');
});
