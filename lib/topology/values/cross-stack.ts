import { chosen } from './chosen-offer';
import type { Evaluator } from './evaluator';
import { output } from './output';
import { known, literal, unknown, type Resolved } from './value';
import { append, type Offer } from '../assembly/app';
import { isObject, own } from '../assembly/json-walk';
import type { Environment, Stack } from '../assembly/stack';

/** `Fn::ImportValue`: an export of the same account and Region. */
export function imported(evaluator: Evaluator, argument: unknown, stack: Stack): Resolved {
  const name = known(evaluator.text(argument, stack));
  if (name === undefined) {
    return unknown('the name of an export is known at deploy time only');
  }
  const offers = evaluator.exports().get(name) ?? [];
  const reachable = offers.filter(({ stack: { environment } }) => mayBeSame(environment, stack.environment));
  const offer = chosen(reachable, stack);
  if (!offer) {
    return unknown(reachable.length > 0 ? `several stacks export \`${name}\`` : `no stack of the app exports \`${name}\` in the same account and Region`);
  }
  return evaluator.once(`${offer.stack.id}\0export\0${name}`, () => evaluator.resolve(offer.value, offer.stack));
}

/** `Fn::GetStackOutput`: an output of a stack by its name, also in another Region or account. */
export function stackOutput(evaluator: Evaluator, argument: unknown, stack: Stack): Resolved {
  const stackName = known(evaluator.text(own(argument, 'StackName'), stack));
  const outputName = known(evaluator.text(own(argument, 'OutputName'), stack));
  const region = own(argument, 'Region') === undefined ? literal(stack.environment.region) : evaluator.text(own(argument, 'Region'), stack);
  if (stackName === undefined || outputName === undefined) {
    return unknown('the stack of an `Fn::GetStackOutput` is known at deploy time only');
  }
  const name = /^arn:[^:]+:cloudformation:[^:]*:[^:]*:stack\/([^/]+)/.exec(stackName)?.[1] ?? stackName;
  const stacks = (evaluator.app.stacksByName.get(name) ?? []).filter(({ environment }) => mayBe(environment.region, known(region)));
  const offer = chosen(stacks.map(producer => ({ stack: producer, value: outputName })), stack);
  return offer ? output(evaluator, offer.stack, outputName) : unknown(`the app has no stack \`${name}\` to read \`${outputName}\` from, or several`);
}

function mayBeSame(left: Environment, right: Environment): boolean {
  return mayBe(left.account, right.account) && mayBe(left.region, right.region);
}

function mayBe(left: string | undefined, right: string | undefined): boolean {
  return left === undefined || right === undefined || left === right;
}

/** The exports of all stacks by name. */
export function exportsOf(evaluator: Evaluator): Map<string, Offer[]> {
  const exports = new Map<string, Offer[]>();
  for (const stack of evaluator.app.stacks) {
    for (const declared of stack.template.outputs.values()) {
      const raw = own(own(declared, 'Export'), 'Name');
      const name = raw === undefined ? undefined : evaluator.text(raw, stack);
      const text = known(name);
      if (isObject(declared) && text !== undefined) {
        append(exports, text, { stack, value: declared.Value });
      }
    }
  }
  return exports;
}
