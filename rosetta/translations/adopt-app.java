import io.github.cdkasyncinvoke.mixins.*;

Mixins.of(app).apply(new FunctionFailureDestination(), new FunctionAsyncAlarms());
