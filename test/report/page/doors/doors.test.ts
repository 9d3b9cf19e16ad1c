import * as fs from 'node:fs';
import * as path from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import * as byteLength from '../../../../lib/doors/byte-length';
import * as files from '../../../../lib/doors/files';
import * as hash from '../../../../lib/doors/hash';
import * as pageByteLength from '../../../../lib/report/page/doors/byte-length';
import { AsyncLocalStorage } from '../../../../lib/report/page/doors/call-storage';
import * as pageFiles from '../../../../lib/report/page/doors/files';
import { gzipped } from '../../../../lib/report/page/doors/gzip';
import * as pageHash from '../../../../lib/report/page/doors/hash';
import { inspect, isNativeError } from '../../../../lib/report/page/doors/inspect';

const LIB = path.join(__dirname, '../../../../lib');
const TEXT = fc.string({ unit: 'binary', maxLength: 300 });
const PATH = fc.array(fc.constantFrom('a', 'b.json', '..', '.', ''), { minLength: 1, maxLength: 6 }).map(parts => parts.join('/'));

test.each(fs.readdirSync(path.join(LIB, 'doors')))('the page has every door of %s', async file => {
  const names = async (folder: string) => Object.keys(await import(path.join(LIB, folder, file)));

  expect(await names('report/page/doors')).toEqual(expect.arrayContaining((await names('doors')).filter(name => name !== 'default')));
});

test('texts have the hash and length that Node.js says', () => {
  fc.assert(fc.property(TEXT, text => {
    expect(pageHash.sha256(text)).toBe(hash.sha256(text));
    expect(pageHash.md5(text)).toBe(hash.md5(text));
    expect(pageByteLength.byteLength(text)).toBe(byteLength.byteLength(text));
  }));
});

test.each([55, 56, 63, 64, 65, 119, 120])('hashes a text of %d bytes, around the end of a block', length => {
  const text = 'x'.repeat(length);

  expect(pageHash.sha256(text)).toBe(hash.sha256(text));
  expect(pageHash.md5(text)).toBe(hash.md5(text));
  expect(pageHash.md5(Buffer.from(text))).toBe(hash.md5(text));
});

test.each([0, 1, 65_534, 65_535, 65_536, 131_070, 131_071])('a text of %d characters in the form of gzip is read again', length => {
  const text = 'grün 🐟'.repeat(length).slice(0, length);

  expect(gunzipSync(Buffer.from(gzipped(text), 'base64')).toString()).toBe(Buffer.from(text).toString());
});

test('paths mean what they mean to Node.js', () => {
  fc.assert(fc.property(PATH, PATH, (one, other) => {
    // Node.js keeps a slash at the end.
    const bare = (text: string) => text.replace(/(?<=.)\/+$/, '');
    expect(pageFiles.join(one, other)).toBe(bare(files.join(one, other)));
    expect(pageFiles.normalize(one)).toBe(bare(files.normalize(one)));
  }));
  expect(['a', 'a/b', 'a/b/c.json', '/a'].map(pageFiles.dirname)).toEqual(['a', 'a/b', 'a/b/c.json', '/a'].map(files.dirname));
});

test('holds the files that the page has, and no others', () => {
  pageFiles.hold({ 'assembly/manifest.json': '{}' });

  expect(pageFiles.readFileSync('assembly/./manifest.json')).toBe('{}');
  expect(['assembly', 'assembly/manifest.json', 'assembly/other.json', 'assem'].map(pageFiles.existsSync)).toEqual([true, true, false, false]);
  expect(pageFiles.statSync('assembly').isDirectory()).toBe(true);
  expect(pageFiles.statSync('assembly/manifest.json').isFile()).toBe(true);
  expect(() => pageFiles.readFileSync('assembly/other.json')).toThrow('no such file: assembly/other.json');
});

test('a call has its store as long as it runs', () => {
  const storage = new AsyncLocalStorage<number>();

  expect(storage.run(1, () => [storage.getStore(), storage.run(2, () => storage.getStore()), storage.getStore()])).toEqual([1, 2, 1]);
  expect(() => storage.run(3, () => {
    throw new Error('no');
  })).toThrow('no');
  expect(storage.getStore()).toBeUndefined();
});

test('values have words, circular ones too', () => {
  const circle: { self?: object } = {};
  circle.self = circle;

  expect([{ minutes: 3 }, 'x', undefined, circle].map(inspect)).toEqual(['{"minutes":3}', '"x"', 'undefined', '[object Object]']);
  expect([new RangeError('no'), { message: 'no' }].map(isNativeError)).toEqual([true, false]);
});
