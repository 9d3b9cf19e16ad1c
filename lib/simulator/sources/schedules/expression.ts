import { quoted } from '../../../constraints/violation';
import { NotKnownError } from '../../state/not-known-error';

const FORM = /^(?<form>rate|cron|at)\((?<content>[^]*)\)$/;

/** A schedule expression: what is in it, and the errors about it. */
export class Expression {
  /** What is before the parentheses; `undefined` if the text has not the form of an expression. */
  readonly form?: string;

  /** What is between the parentheses. */
  readonly content: string;

  constructor(private readonly text: string, private readonly path?: string) {
    const { form, content = '' } = FORM.exec(text)?.groups ?? {};
    this.form = form;
    this.content = content;
  }

  /** Throws a message about a limit, if there is one. */
  admit(message: string | undefined): void {
    if (message !== undefined) {
      throw new RangeError(`${message}.${this.place}`);
    }
  }

  /**
   * An error about a broken rule.
   *
   * @param rule to follow "must "
   * @param remedy what to do, as a sentence
   * @param part the part of the expression that breaks the rule
   */
  refused(rule: string, remedy: string, part?: string): RangeError {
    const got = part === undefined || part === this.text ? quoted(this.text) : `${quoted(part)} in ${quoted(this.text)}`;
    return new RangeError(`\`ScheduleExpression\` must ${rule}, got: ${got}. ${remedy}${this.place}`);
  }

  /**
   * An error about a part whose meaning is documented nowhere.
   *
   * @param part the part in question
   * @param remedy what to do instead, as a sentence
   */
  unknown(part: string, remedy: string): NotKnownError {
    return new NotKnownError(`what EventBridge does with ${quoted(part)} in the \`ScheduleExpression\` ${quoted(this.text)}`, `${remedy}${this.place}`);
  }

  /** The end of a message. */
  private get place(): string {
    return this.path === undefined ? '' : ` [${this.path}]`;
  }
}
