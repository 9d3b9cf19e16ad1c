import type { Origin } from '../nodes/resource';
import type { Reader } from '../reader';
import { spelledOut } from '../values/arn';
import type { Property } from '../values/property';
import { unknown, type Setting, type Text } from '../values/value';

/** One statement of a policy, with ARNs of declared resources spelled out. A list is absent if the statement lacks it. */
export interface Statement {
  /** The key of the resource that contains it: a policy, or the role, queue, … itself. */
  readonly origin: string;

  /** E.g. `PolicyDocument.Statement[0]`. */
  readonly property: string;
  readonly effect: Setting<string>;
  readonly actions?: readonly Text[];
  readonly notActions?: readonly Text[];
  readonly resources?: readonly Text[];
  readonly notResources?: readonly Text[];

  /** `*`, or ARNs, services and accounts as the template has them. */
  readonly principals?: readonly Text[];
  readonly notPrincipals?: readonly Text[];

  /** Whether it has conditions, or its policy exists under a condition. Conditions are not evaluated. */
  readonly conditional: boolean;
}

/** An identity with policies. */
export interface Grantee {
  readonly statements: readonly Statement[];

  /** The statements of its permissions boundary, if that is a managed policy of the app. */
  readonly boundary?: readonly Statement[];

  /** Managed policies outside the app. */
  readonly managedPolicies: readonly Text[];

  /** The reasons why it may be allowed or denied more. */
  readonly unknowns: readonly string[];
}

/** The statements of a policy document. */
export function statementsOf(reader: Reader, document: Property, origin: Origin): Statement[] {
  return document.items('Statement').map(statement => statementOf(reader, statement, origin));
}

/** A single statement. */
export function statementOf(reader: Reader, statement: Property, origin: Origin): Statement {
  return {
    origin: origin.key,
    property: statement.path,
    effect: statement.unknown ?? statement.word('Effect') ?? unknown('`Effect` is missing'),
    actions: reader.spelledOut(statement, 'Action'),
    notActions: reader.spelledOut(statement, 'NotAction'),
    resources: reader.spelledOut(statement, 'Resource'),
    notResources: reader.spelledOut(statement, 'NotResource'),
    principals: principals(reader, statement, 'Principal'),
    notPrincipals: principals(reader, statement, 'NotPrincipal'),
    conditional: statement.has('Condition') || origin.condition !== undefined,
  };
}

/** A statement with rewritten resources and principals. */
export function rewritten(statement: Statement, write: (text: Text) => Text): Statement {
  return {
    ...statement,
    resources: statement.resources?.map(write),
    notResources: statement.notResources?.map(write),
    principals: statement.principals?.map(write),
    notPrincipals: statement.notPrincipals?.map(write),
  };
}

function principals(reader: Reader, statement: Property, name: string): readonly Text[] | undefined {
  if (!statement.has(name)) {
    return undefined;
  }
  const property = statement.get(name);
  const kinds = property.entries();
  const texts = kinds.length === 0 ? property.texts() : kinds.flatMap(([, names]) => names.texts());
  return texts.map(text => spelledOut(reader.resolver, text));
}
