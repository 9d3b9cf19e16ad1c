import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { html } from '../../lib/report/html';
import type { PageInput } from '../../lib/report/page-input';

const PARTS = { script: 'show("<\/script>");', style: 'p { color: red }' };
const INPUT: PageInput = { kind: 'templates', title: '</title><script>alert(1)</script>', files: { 'a.json': '{"</template>":"</script>"}' }, version: '0.1.0' };

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const templateOf = (page: string, id: string) => gunzipSync(Buffer.from(new RegExp(`<template id="${id}">([^<]*)</template>`).exec(page)![1], 'base64')).toString();

test('allows exactly its own scripts and style, and no connection', () => {
  const page = html(PARTS, INPUT);
  const [, unpack] = /<script>([^]*?)<\/script>/.exec(page)!;

  expect(/Content-Security-Policy" content="([^"]*)"/.exec(page)![1]).toBe(
    `default-src 'none'; script-src ${hash(unpack)} ${hash(PARTS.script)}; style-src ${hash(PARTS.style)}; connect-src 'none'; base-uri 'none'; form-action 'none'`,
  );
});

test('carries the program and the app unchanged', () => {
  const page = html(PARTS, INPUT);

  expect(templateOf(page, 'program')).toBe(PARTS.script);
  expect(JSON.parse(templateOf(page, 'app'))).toEqual(INPUT);
});

test('no name of the app begins or ends an element', () => {
  const page = html(PARTS, INPUT);

  expect(page.match(/<\/?(script|template|title)/g)).toEqual(['<title', '</title', '<template', '</template', '<template', '</template', '<script', '</script']);
  expect(page).toContain('<title>&#60;/title&#62;&#60;script&#62;alert(1)&#60;/script&#62;: events</title>');
});

test('connects to its own server only if it is served', () => {
  expect(html(PARTS, INPUT, true)).toContain("connect-src 'self'");
  expect(html(PARTS, INPUT, true)).toContain('<html lang="en" data-live>');
});

test('has no app if none is given', () => {
  expect(html(PARTS)).not.toContain('id="app"');
});
