package kz.qadam.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import kz.qadam.local.Purpose;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands out a suite with the demo in it, much smaller than it is shown: started and loaded for the first test that asks,
 * and stopped after the last. It moves the programme's days, so it is not the suite of the other tests. Its figures stay
 * what they are: whoever asks for it only looks.
 */
final class DemoSuite implements ParameterResolver {

    private static final Path DATA = Path.of("target/demo").toAbsolutePath();
    private static final double SIZE = 1 / 200.0;

    /** @param differences where its figures differ from its own count */
    record Demo(Qadam qadam, Path journal, List<String> differences) implements AutoCloseable {

        static Demo load() {
            Qadam qadam = Qadam.startOn(DATA, Purpose.DEMO);
            Path journal = DATA.resolve("journal");
            try {
                return new Demo(qadam, journal, qadam.demonstrates(journal, SIZE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException("Nobody waits for the demo any more", e);
            }
        }

        /** Sends it once more as a whole; returns where its figures differ now. */
        List<String> loadAgain() throws IOException, InterruptedException {
            return qadam.demonstrates(journal, SIZE);
        }

        @Override
        public void close() throws IOException {
            qadam.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Demo.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(Demo.class, key -> Demo.load(), Demo.class);
    }
}
