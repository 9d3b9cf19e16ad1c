import { call, rate, unknownArguments } from './math/functions';
import { parsed, type Node } from './math/parser';
import { combined, mapped, scalar, series, type Operation, type Points, type Series, type Value } from './math/series';
import { NotKnownError } from '../state/not-known-error';

/** What an expression can refer to. */
export interface MathScope {
  /** The points of each metric, by its id, in the order of the alarm. */
  readonly metrics: ReadonlyMap<string, Points>;

  /** The period of all metrics and expressions, in seconds. */
  readonly period: number;

  /** The points of each other expression, by its id. */
  expression(id: string): Points | undefined;
}

/** A metric math expression. */
export interface MetricMath {
  /** The points of the single time series that it returns. */
  points(scope: MathScope): Points;
}

const bit = (is: boolean) => is ? 1 : 0;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  '+': (one, other) => one + other,
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  '/': (one, other) => other === 0 ? undefined : one / other,
  '^': (one, other) => one ** other,
  '==': (one, other) => bit(one === other),
  '!=': (one, other) => bit(one !== other),
  '<=': (one, other) => bit(one <= other),
  '>=': (one, other) => bit(one >= other),
  '<': (one, other) => bit(one < other),
  '>': (one, other) => bit(one > other),
  'AND': (one, other) => bit(one !== 0 && other !== 0),
  'OR': (one, other) => bit(one !== 0 || other !== 0),
};

/**
 * Reads a metric math expression.
 *
 * @throws RangeError if it is not an expression
 */
export function metricMath(text: string): MetricMath {
  const node = parsed(text);
  return {
    points: scope => {
      const value = new Evaluation(scope, text).value(node);
      if (value.kind !== 'series') {
        throw new RangeError(`\`Expression\` must return a single time series, got: \`${text}\`, which returns ${value.kind === 'scalar' ? 'a number' : 'an array of time series'}. Combine it with a metric, or use SUM, AVG, MIN or MAX.`);
      }
      return value.points;
    },
  };
}

class Evaluation {
  constructor(private readonly scope: MathScope, private readonly text: string) {}

  value(node: Node): Value {
    switch (node.kind) {
      case 'number': return scalar(node.value);
      case 'string': throw new NotKnownError(`what metric math does with the text "${node.value}" in \`${this.text}\``, 'Use texts in METRICS("…") only.');
      case 'id': return series(this.pointsOf(node.id));
      case 'array': return { kind: 'array', members: node.members.flatMap(member => this.members(member)) };
      case 'minus': return mapped(this.value(node.operand), point => -point);
      case 'binary': return combined(node.operator, OPERATIONS[node.operator], this.value(node.left), this.value(node.right));
      case 'call': return this.call(node.name, node.args);
    }
  }

  private call(name: string, args: readonly Node[]): Value {
    switch (name) {
      case 'METRICS': return this.metrics(args);
      case 'PERIOD': {
        if (args.length !== 1 || args[0].kind !== 'id' || !this.scope.metrics.has(args[0].id)) {
          throw unknownArguments(name);
        }
        return scalar(this.scope.period);
      }
      case 'RATE': return rate(args.map(arg => this.value(arg)), this.scope.period);
      default: return call(name, args.map(arg => this.value(arg)));
    }
  }

  /** "All the metrics in the request. Math expressions aren't included." With a text, those that have it in their id. */
  private metrics(args: readonly Node[]): Value {
    const [part] = args;
    if (args.length > 1 || (part !== undefined && part.kind !== 'string')) {
      throw unknownArguments('METRICS');
    }
    const ids = [...this.scope.metrics.keys()].filter(id => id.includes(part?.value ?? ''));
    return { kind: 'array', members: ids.map(id => series(this.pointsOf(id))) };
  }

  private members(node: Node): readonly Series[] {
    const value = this.value(node);
    if (value.kind === 'scalar') {
      throw new NotKnownError(`what metric math does with a number in an array, in \`${this.text}\``, 'Put metrics into arrays.');
    }
    return value.kind === 'array' ? value.members : [value];
  }

  private pointsOf(id: string): Points {
    const points = this.scope.metrics.get(id) ?? this.scope.expression(id);
    if (points === undefined) {
      throw new RangeError(`\`Expression\` must refer to ids of the alarm, got: \`${id}\` in \`${this.text}\`. Add a metric or expression with this id.`);
    }
    return points;
  }
}
