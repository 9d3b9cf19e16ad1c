import io.github.cdkasyncinvoke.AsyncFunction;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Runtime;

public final class FirstApp {
    public static void main(String[] args) {
        App app = new App();
        Stack stack = new Stack(app, "Orders");

        AsyncFunction orders = AsyncFunction.Builder.create(stack, "TakeOrder")
                .runtime(Runtime.NODEJS_24_X)
                .handler("index.handler")
                .code(Code.fromInline("exports.handler = async event => ({ taken: event.id });"))
                .build();

        Rule.Builder.create(stack, "OrderPlaced")
                .eventPattern(EventPattern.builder().source(List.of("shop.orders")).build())
                .targets(List.of(LambdaFunction.Builder.create(orders.getAlias()).deadLetterQueue(orders.getFailureQueue()).build()))
                .build();
        app.synth();
    }
}
