import * as assert from 'node:assert/strict';
import {
  DeleteFunctionEventInvokeConfigCommand, GetFunctionEventInvokeConfigCommand, InvokeCommand, ListFunctionEventInvokeConfigsCommand,
  PutFunctionEventInvokeConfigCommand, UpdateFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda';
import type { Story } from '../story';
import type { World } from '../world';

function put(world: World, settings: object, id = 'configured') {
  return world.ask('PutFunctionEventInvokeConfig', world.lambda.send(new PutFunctionEventInvokeConfigCommand({ FunctionName: world.nameOf(id), ...settings })));
}

function failuresTo(Destination: string): object {
  return { DestinationConfig: { OnFailure: { Destination } } };
}

/** What Lambda answers to requests. */
export const REQUEST_STORIES: readonly Story[] = [
  {
    title: 'events are refused that no function can take',
    declare: ({ function: fn }) => void fn('called'),
    async play(world) {
      const invoke = (FunctionName: string, Payload?: string, Qualifier?: string) =>
        world.ask('Invoke', world.lambda.send(new InvokeCommand({ FunctionName, Payload, Qualifier, InvocationType: 'Event' })));
      const name = world.nameOf('called');
      const arn = (resource: string) => world.arn('lambda', `function:${resource}`);
      assert.equal((await invoke(`${name}-not`)).refusal, `404 ResourceNotFoundException: Function not found: ${arn(`${name}-not`)}:$LATEST`);
      assert.equal((await invoke(name, undefined, 'gone')).refusal, `404 ResourceNotFoundException: Function not found: ${arn(name)}:gone`);
      assert.match((await invoke(name, '{')).refusal!, /^400 InvalidRequestContentException: Could not parse request body into json: /);
      assert.match((await invoke(name, JSON.stringify('x'.repeat(1024 * 1024)))).refusal!, /^413 RequestEntityTooLargeException: /);
    },
  },
  {
    title: 'a config is put, read, updated, listed and deleted',
    declare: ({ function: fn, queue }) => void queue('config-failures').grantSendMessages(fn('configured')),
    async play(world) {
      const target = { FunctionName: world.nameOf('configured') };
      const missing = `404 ResourceNotFoundException: The function ${world.arn('lambda', `function:${target.FunctionName}`)}:$LATEST doesn't have an EventInvokeConfig`;
      const get = () => world.ask('GetFunctionEventInvokeConfig', world.lambda.send(new GetFunctionEventInvokeConfigCommand(target)));
      assert.equal((await get()).refusal, missing);
      assert.equal((await put(world, {})).refusal, '400 InvalidParameterValueException: You must specify at least one of error handling or destination setting.');
      const queue = world.arn('sqs', world.nameOf('config-failures'));
      const accepted = await put(world, { MaximumRetryAttempts: 0, ...failuresTo(queue) });
      assert.deepEqual(accepted.value?.DestinationConfig, { OnSuccess: {}, OnFailure: { Destination: queue } });
      await world.ask('UpdateFunctionEventInvokeConfig', world.lambda.send(new UpdateFunctionEventInvokeConfigCommand({ ...target, MaximumEventAgeInSeconds: 60 })));
      const { value } = await get();
      assert.equal(value?.MaximumRetryAttempts, 0);
      assert.equal(value.MaximumEventAgeInSeconds, 60);
      const list = await world.ask('ListFunctionEventInvokeConfigs', world.lambda.send(new ListFunctionEventInvokeConfigsCommand(target)));
      assert.equal(list.value?.FunctionEventInvokeConfigs?.length, 1);
      await world.ask('DeleteFunctionEventInvokeConfig', world.lambda.send(new DeleteFunctionEventInvokeConfigCommand(target)));
      assert.equal((await get()).refusal, missing);
    },
  },
  {
    title: 'FIFO queues are refused as destinations',
    declare: ({ function: fn }) => void fn('fifo'),
    async play(world) {
      const arn = world.arn('sqs', `${world.nameOf('any')}.fifo`);
      assert.equal((await put(world, failuresTo(arn), 'fifo')).refusal,
        `400 InvalidParameterValueException: The provided destination config DestinationConfig(onSuccess=null, onFailure=OnFailure(destination=${arn})) is invalid.`);
    },
  },
  {
    title: 'destinations are refused that are no place for records',
    declare: ({ function: fn }) => void fn('lonely'),
    async play(world) {
      const rule = world.arn('events', 'rule/default/some');
      assert.equal((await put(world, failuresTo(rule), 'lonely')).refusal, `400 InvalidParameterValueException: The destination ARN ${rule} is invalid.`);
      const role = `arn:aws:iam::${world.place.account}:role/some`;
      assert.match((await put(world, failuresTo(role), 'lonely')).refusal!, /^400 InvalidParameterValueException: The provided destination config /);
      assert.match((await put(world, failuresTo('some queue'), 'lonely')).refusal!, /^400 ValidationException: 1 validation error detected: Value 'some queue' at /);
    },
  },
];
