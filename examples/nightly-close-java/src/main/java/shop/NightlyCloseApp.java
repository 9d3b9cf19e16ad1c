package shop;

import io.github.cdkasyncinvoke.AsyncInvokeChecks;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;

public final class NightlyCloseApp {
    public static void main(String[] args) {
        App app = new App();
        Validations.of(app).addPlugins(new AsyncInvokeChecks());
        new NightlyClose(app, "NightlyClose");
        app.synth();
    }

    private NightlyCloseApp() {}
}
