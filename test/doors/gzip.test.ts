import { gunzipSync } from 'node:zlib';
import { gzipped } from '../../lib/doors/gzip';

test('compresses text in UTF-8', () => {
  expect(gunzipSync(Buffer.from(gzipped('grün 🐟'), 'base64')).toString()).toBe('grün 🐟');
});
