package kz.qadam.system;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out a suite whose parts speak TLS: started for the first test that asks, and stopped after the last. */
final class ChannelsSuite implements ParameterResolver {

    private static final Path DATA = Path.of("target/channels-suite").toAbsolutePath();

    /** The suite, as another type than that of the suite of the other tests. */
    record Secured(Qadam qadam) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            qadam.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Secured.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Secured.class, key -> new Secured(Qadam.startWithTls(DATA)), Secured.class);
    }
}
