import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { PageInput } from './page-input';

/** The parts of a page that are the same for all apps. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
}

/** Runs the packed script, which the policy of the page allows by its hash. Packed, it has less than half the size. */
const UNPACK = [
  "const packed = document.querySelector('#program').content.textContent;",
  'const bytes = Uint8Array.from(atob(packed), character => character.charCodeAt(0));',
  "new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text().then(text => {",
  "  const script = document.createElement('script');",
  '  script.textContent = text;',
  '  document.body.append(script);',
  '});',
].join('\n');

/**
 * A page that shows an app: one file without links to others. Its policy allows exactly its own script and style, and no network.
 *
 * @param input the app; without one, the page asks for files
 * @param isLive whether the page is served, and loads itself again when the app changes
 */
export function html({ script, style }: PageParts, input?: PageInput, isLive = false): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hash(UNPACK)} ${hash(script)}`,
    `style-src ${hash(style)}`,
    `connect-src ${isLive ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!doctype html>',
    `<html lang="en"${isLive ? ' data-live' : ''}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(input ? `${input.title}: events` : 'Events of an app')}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main id="page"><noscript>This page needs JavaScript. `cdk-async-invoke explain` prints the same as text.</noscript></main>',
    // In base64, so that no name of the app can end the element.
    ...input ? [`<template id="app">${packed(JSON.stringify(input))}</template>`] : [],
    `<template id="program">${packed(script)}</template>`,
    `<script>${UNPACK}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function packed(text: string): string {
  return gzipSync(text, { level: 9 }).toString('base64');
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}
