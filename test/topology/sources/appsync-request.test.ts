import { appsyncCode, appsyncTemplate } from '../../../lib/topology/sources/appsync-request';
import { unknown } from '../../../lib/topology/values/value';

const DECIDES = unknown('its code decides whether the call is asynchronous');

test.each<[string, string, boolean]>([
  ['a request', "export function request(ctx) { return { operation: 'Invoke', invocationType: 'Event', payload: ctx.args }; }", true],
  ['a batch', 'export const request = ctx => ({ "operation": "BatchInvoke", "invocationType": "Event" });', true],
  ['a comment about it', "export function request() { return { operation: 'Invoke', // invocationType: 'RequestResponse'\n invocationType: `Event` }; }", true],
  ['an address before it', "const url = 'https://example.com'; export function request() { return { operation: 'Invoke', invocationType: 'Event' }; }", true],
  ['a request that waits', "export function request() { return { operation: 'Invoke', payload: {} }; }", false],
  ['a request that says so', "export function request() { return { operation: 'Invoke', invocationType: 'RequestResponse' }; }", false],
  ['a comment alone', "/* invocationType: 'Event' */ export function request() { return { operation: 'Invoke' }; }", false],
])('reads the code of %s', (_, code, expected) => {
  expect(appsyncCode(code)).toBe(expected);
});

test.each<[string, string]>([
  ['of two requests', "export function request(ctx) { return ctx.a ? { operation: 'Invoke', invocationType: 'Event' } : { operation: 'Invoke' }; }"],
  ['with a condition', "export function request(ctx) { return { operation: 'Invoke', invocationType: ctx.args.wait ? 'RequestResponse' : 'Event' }; }"],
  ['with a variable', 'export function request(ctx) { const invocationType = pick(ctx); return { operation: "Invoke", invocationType }; }'],
])('does not guess code %s', (_, code) => {
  expect(appsyncCode(code)).toEqual(DECIDES);
});

test.each<[string, string, boolean]>([
  ['an asynchronous request', '{ "version": "2018-05-29", "operation": "Invoke", "invocationType": "Event", "payload": $util.toJson($ctx.args) }', true],
  ['variables', '#set($payload = {})\n{"operation": "Invoke", "payload": $util.toJson($payload), "invocationType":"Event"}', true],
  ['a request that waits', '{ "version": "2018-05-29", "operation": "Invoke" }', false],
  ['a request that says so', '{ "operation": "Invoke", "invocationType": "RequestResponse" }', false],
  ['a comment alone', '## "invocationType": "Event"\n{ "operation": "Invoke" }', false],
])('reads the template of %s', (_, template, expected) => {
  expect(appsyncTemplate(template)).toBe(expected);
});

test.each<[string, string]>([
  ['with a directive', '{ "operation": "Invoke" #if($ctx.args.later) , "invocationType": "Event" #end }'],
  ['with a variable', '{ "operation": "Invoke", "invocationType": "$ctx.args.type" }'],
])('does not guess a template %s', (_, template) => {
  expect(appsyncTemplate(template)).toEqual(DECIDES);
});
