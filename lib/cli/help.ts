export const HELP = `\
cdk-async-invoke: asynchronous Lambda invocation in AWS CDK apps

  cdk-async-invoke check [app]                  finds failures and lost events
  cdk-async-invoke explain [app] [function]     describes the life of an event
  cdk-async-invoke simulate [app] --function F  sends one event through the app
  cdk-async-invoke watch [app]                  serves a page that follows the app
  cdk-async-invoke replay plan FILES            counts the failed events in records
  cdk-async-invoke init [folder]                adds the checks to the source of an app

The app is a cloud assembly, which \`cdk synth\` writes, or CloudFormation templates in
JSON or YAML. It can use any constructs. The commands need neither an AWS account nor
a network.

  -h, --help     this text; after a command, the options of the command
  -v, --version  the version
`;

export const CHECK_HELP = `\
cdk-async-invoke check [app] [options]

Finds what fails at deployment or loses events at run time.

  app            the cloud assembly (default: cdk.out), or one or more CloudFormation
                 templates, JSON or YAML; \`-\` reads one from the standard input
  --strict       warnings count as errors
  --exclude ID   leave a rule out; may be repeated
  --explain ID   print the page of a rule instead: what happens, an example, the fix
  --fix-hint     show the smallest change that mends each finding, as code or template
  --json         findings as JSON, with these changes
  --sarif        findings as SARIF 2.1.0, for code scanning
  --html FILE    also writes a page that shows the app's events and lets you break them
  -h, --help     this text

Values that only the deployment decides
  --parameter Name=Value  the value of a parameter, instead of its default; may be
                          repeated
  --region R              the Region of stacks whose Region the app does not fix
  --account A             the account of stacks whose account the app does not fix

Exit code
  0  no errors; with --strict, no warnings either
  1  errors, or with --strict warnings
  2  the app could not be checked; standard error has the reason

Findings that the app acknowledges are not reported:
\`Validations.of(scope).acknowledge({ id, reason })\`. The cloud assembly has only the
acknowledgements at stacks and within them: for one at the app or a stage, or for a
template, use --exclude.

Colours appear on terminals only. NO_COLOR switches them off.

Examples
  cdk synth --quiet && cdk-async-invoke check --exclude NoFailureDestination
  cdk-async-invoke check template.yaml --parameter Stage=prod --region eu-west-1
`;

export const EXPLAIN_HELP = `\
cdk-async-invoke explain [app] [function] [options]

Describes for each function and qualifier: its asynchronous callers and their retries,
the config that applies and why, the attempts of a failing event, the destination of
its record and what takes it from there, the longest time that this takes, and what
would be lost.

  app            the cloud assembly (default: cdk.out), or one or more CloudFormation
                 templates, JSON or YAML; \`-\` reads one from the standard input
  function       one function: construct path or the end of it, logical id or name,
                 with \`:qualifier\` for one qualifier
                 (default: all that have a config or an asynchronous caller, except
                 those that only CloudFormation calls, for custom resources)
  --json         as JSON
  --mermaid      as a Mermaid flow chart
  --html FILE    writes a page for a browser, which shows the ways of the events and lets
                 you break them. It contains the templates
  -h, --help     this text

Values that only the deployment decides
  --parameter Name=Value  the value of a parameter, instead of its default; may be
                          repeated
  --region R              the Region of stacks whose Region the app does not fix
  --account A             the account of stacks whose account the app does not fix

Exit code
  0  explained
  2  the app could not be read, or has no such function or qualifier; standard error
     has the reason

Examples
  cdk-async-invoke explain
  cdk-async-invoke explain cdk.out ImportOrders:live
  cdk-async-invoke explain .serverless/cloudformation-template-update-stack.json
  cdk-async-invoke explain --mermaid > events.mmd
  cdk-async-invoke explain --html events.html
`;

export const SIMULATE_HELP = `\
cdk-async-invoke simulate [app] --function F [options]
cdk-async-invoke simulate [app] --put-event BUS --payload EVENT [options]
cdk-async-invoke simulate [app] --for 2d [options]

Sends one event through the app, as AWS would. Shows the attempts with their times, the
reason of a failure, the destination of the record, the record, and what becomes of it.
Hours take no time. Rules, subscriptions, notifications, schedules and the consumers of
queues are played, too.

  app            the cloud assembly (default: cdk.out), or one or more CloudFormation
                 templates, JSON or YAML; \`-\` reads one from the standard input

The source of the event. Places are named like functions
  --function F         construct path or the end of it, logical id or name, with or
                       without \`:qualifier\`: the function gets the event. With another
                       source: the function that does what you choose below
  --qualifier Q        an alias, a version or $LATEST (default: none, runs $LATEST)
  --put-event BUS      put an event with \`source\`, \`detail-type\` and \`detail\` on a bus
  --publish TOPIC      publish a message to a topic
  --message QUEUE      send a message to a queue
  --upload BUCKET:KEY  put an object into a bucket
  --payload P          the event, message or object: JSON, @file, or @- for the standard
                       input (default: {})
  --attribute N=VALUE  an attribute of the message; may be repeated
  --group G            the message group of a FIFO topic or queue

The time
  --at T         when the clock starts, in UTC (default: 2026-01-01T00:00)
  --for D        how long to play, e.g. 90m or 2d, schedules included. Without it, until
                 nothing is left to happen

A stub that succeeds replaces each function. For the one that --function names, or for all
without it, you can choose another stub
  --fail          throws an error
  --time-out      runs into its timeout
  --throttle      finds no concurrency: counts as no attempt
  --system-error  fails in Lambda itself: counts as no attempt
  --times N       does so the first N times, then succeeds

  --code         run the app's own Node.js code instead of stubs: on this machine, with
                 the environment of the template and without credentials. What it
                 invokes by an SDK runs here, too
  --env N=VALUE  with \`--code\`, a variable that replaces that of the templates, e.g. one
                 that only a deployment knows; may be repeated

  --seed N       decides all ids, and which version runs if an alias has two (default: 1)
  --json         as JSON
  -h, --help     this text

Values that only the deployment decides
  --parameter Name=Value  the value of a parameter, instead of its default; may be
                          repeated
  --region R              the Region of stacks whose Region the app does not fix
  --account A             the account of stacks whose account the app does not fix

Exit code
  0  everything was handled, or arrived where it is kept
  1  an event, message or record was lost
  2  the event could not be simulated; standard error has the reason

Examples
  cdk-async-invoke simulate --function ImportOrders:live --payload @order.json --fail
  cdk-async-invoke simulate --function ImportOrders --throttle --times 3 --json
  cdk-async-invoke simulate --upload Uploads:in/a.csv --payload @a.csv --fail
  cdk-async-invoke simulate --at 2026-03-29T00:30 --for 2d
`;

export const REPLAY_HELP = `\
cdk-async-invoke replay plan FILES [options]

Reads invocation records and dead letters from files, and shows what a replay would send
again: how many events, by function, qualifier, condition, error type, version and age;
what it would leave, and why; how long it takes and what it costs. Sends nothing and
needs no account.

  FILES          files or directories, e.g. objects of a failure bucket or messages that
                 \`aws sqs receive-message\` printed: JSON, or JSON in each line;
                 \`-\` reads the standard input

Selects events that meet all conditions; options with + may be repeated
  --function NAME         + the function that failed
  --qualifier Q           + the qualifier that was invoked
  --condition C           + e.g. RetriesExhausted, EventAgeExceeded; DeadLetter for
                            dead letters
  --error-type T          + e.g. TypeError
  --executed-version V    + the version that ran
  --request-id ID         + the request id of the failed invocation
  --advice A              + now, after-repair, unknown or never, as \`retryAdvice\` says
                            (default: all but never)
  --from TIME               time of the record, ISO 8601: from then on
  --until TIME              before then
  --min-age S               age of the record in seconds: at least
  --max-age S               at most
  --limit N                 most events
  --order O                 with --limit: \`oldest\` or \`newest\`

  --target T                sends to another function: an ARN, or \`:qualifier\`
  --rate N                  events in a second, for the estimate (default: 100)
  --dead-letters-of ARN     the function of the dead letters, which do not name it
  --json                    as JSON
  -h, --help                this text

Exit code
  0  planned
  2  a file could not be read; standard error has the reason

Examples
  cdk-async-invoke replay plan failed.jsonl --error-type TimeoutError
  aws s3 sync s3://BUCKET/aws/lambda/async failed && cdk-async-invoke replay plan failed
`;

export const WATCH_HELP = `\
cdk-async-invoke watch [app] [options]

Serves the page of \`explain --html\` on this machine: a map of the app's events, which you
can break. Each synthesis of the app, e.g. by \`cdk watch\`, shows in the browser at once.

  app            the cloud assembly (default: cdk.out), or one or more CloudFormation
                 templates, JSON or YAML
  --port N       the port on 127.0.0.1 (default: any free one)
  --exclude ID   leave a rule out; may be repeated
  -h, --help     this text

Values that only the deployment decides
  --parameter Name=Value  the value of a parameter, instead of its default; may be
                          repeated
  --region R              the Region of stacks whose Region the app does not fix
  --account A             the account of stacks whose account the app does not fix

An app that cannot be read leaves the page as it is; standard error has the reason.

Exit code
  2  the app could not be read, or the port is in use; standard error has the reason

Example
  cdk-async-invoke watch cdk.out --port 4000
`;

export const INIT_HELP = `\
cdk-async-invoke init [folder] [options]

Adds the checks to an app in TypeScript, JavaScript or Python: the plugin where the app is
created, and the package to its dependencies. From then on, every \`cdk synth\` runs them.

  folder         the folder of cdk.json (default: .)
  --dry-run      shows the changes, and makes none
  -h, --help     this text

An app that has the checks stays as it is. If it is not certain where the checks belong,
nothing changes, and you get the lines to paste.

Exit code
  0  the app has the checks
  2  nothing has changed; standard error has the reason and the lines to paste

Example
  cdk-async-invoke init --dry-run
`;
