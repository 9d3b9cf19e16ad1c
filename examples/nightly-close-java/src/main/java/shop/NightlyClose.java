package shop;

import io.github.cdkasyncinvoke.AsyncAlias;
import io.github.cdkasyncinvoke.AsyncDestination;
import io.github.cdkasyncinvoke.DeployTimeInvocation;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * Closes the books of a shop every night, and tells people if that fails.
 *
 * <p>A deployment closes the books of a trial shop first. If that fails, the alias still points to the old version.
 */
final class NightlyClose extends Stack {
    NightlyClose(Construct scope, String id) {
        super(scope, id);
        Function close = Function.Builder.create(this, "Close")
                .runtime(Runtime.NODEJS_22_X)
                .handler("index.handler")
                .code(Code.fromInline("exports.handler = async ({ shops, dryRun }) => ({ closed: dryRun ? 0 : shops.length });"))
                .timeout(Duration.minutes(5))
                .build();
        DeployTimeInvocation trial = DeployTimeInvocation.Builder.create(this, "Trial")
                .function(close)
                .payload(Map.of("shops", List.of("trial"), "dryRun", true))
                .build();

        Topic alert = Topic.Builder.create(this, "BooksStillOpen").enforceSsl(true).build();
        AsyncAlias live = AsyncAlias.Builder.create(this, "Live")
                .function(close)
                // Closing twice is harmless, and the next night is far away.
                .retryAttempts(2)
                .onFailure(AsyncDestination.topic(alert))
                .build();
        trial.executeBefore(live);

        // A topic cannot keep the events that Lambda does not accept.
        Queue notStarted = Queue.Builder.create(this, "NotStarted").enforceSsl(true).build();
        Rule.Builder.create(this, "EveryNight")
                .schedule(Schedule.cron(CronOptions.builder().hour("1").minute("30").build()))
                .targets(List.of(LambdaFunction.Builder.create(live).deadLetterQueue(notStarted).build()))
                .build();
    }
}
