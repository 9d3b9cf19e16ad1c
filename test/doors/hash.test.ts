import { md5, sha256 } from '../../lib/doors/hash';

// The examples of the standard (FIPS 180-2), and a text in UTF-8.
test.each([
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
])('hashes %j', (text, digits) => {
  expect(sha256(text)).toBe(digits);
});

test('the MD5 hash of a text is that of its bytes', () => {
  expect(md5('é')).toBe(md5(Buffer.from('é')));
  expect(md5('')).toBe('d41d8cd98f00b204e9800998ecf8427e');
});

test('hashes also where Node.js has no hash in one call', () => jest.isolateModulesAsync(async () => {
  jest.doMock('node:crypto', () => ({ ...jest.requireActual('node:crypto'), hash: undefined }));
  const older = await import('../../lib/doors/hash.js');
  expect([older.sha256('abc'), older.md5(Buffer.from('é'))]).toEqual([sha256('abc'), md5('é')]);
}));
