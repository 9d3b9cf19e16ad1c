import * as fc from 'fast-check';
import { json } from './arbitraries';
import { itemsOf, memberOf, partTexts } from '../../lib/invocation-record/json-parts';

test('cuts an object into the texts of its members', () => {
  expect([...partTexts(' { "id": 9007199254740993 , "amount":1.10,"a\\"b": [1, {"id": "}"}], "\\u0041": "]\\\\" } ')]).toEqual([
    ['id', '9007199254740993'], ['amount', '1.10'], ['a"b', '[1, {"id": "}"}]'], ['A', '"]\\\\"'],
  ]);
});

test('cuts a list into the texts of its items', () => {
  expect([...partTexts('[1.0, [ ],{"a":[1,2]} ,"x,y"]')]).toEqual([['0', '1.0'], ['1', '[ ]'], ['2', '{"a":[1,2]}'], ['3', '"x,y"']]);
});

test('takes the last of the members that have one name, as JSON.parse does', () => {
  expect([...partTexts('{"a":1,"b":2,"a":3.0}')]).toEqual([['a', '3.0'], ['b', '2']]);
});

test.each(['{}', ' [ ] ', '1', '"[1]"', 'null'])('finds no parts in %s', text => {
  expect([...partTexts(text)]).toEqual([]);
});

test('finds every part of any JSON', () => {
  fc.assert(fc.property(json, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
    const isComposed = typeof value === 'object' && value !== null;
    const parts = [...partTexts(JSON.stringify(value, undefined, indent))].map(([name, text]) => [name, JSON.parse(text)]);
    expect(parts).toEqual(isComposed ? Object.entries(value) : []);
  }));
});

test('a value without text has parts without texts', () => {
  expect(memberOf({ a: 1 }, undefined, 'a')).toEqual({ value: 1 });
  expect(itemsOf([1, 2], undefined)).toEqual([{ value: 1 }, { value: 2 }]);
  expect(memberOf({ a: 1 }, '{"a":1.0}', 'a')).toEqual({ value: 1, text: '1.0' });
  expect(itemsOf([1, 2], '[1.0,2]')).toEqual([{ value: 1, text: '1.0' }, { value: 2, text: '2' }]);
});
