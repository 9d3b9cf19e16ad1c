export type { Change, Fix } from './change';
export type { RawResources } from './fix-context';
export { FIXERS } from './fixers';
export { fixesOf } from './fixes-of';
export { jsonPatch, type PatchOperation } from './json-patch';
export { cdkSnippet } from './snippets/cdk-snippet';
export { templateSnippet, type TemplateFormat } from './snippets/template-snippet';
