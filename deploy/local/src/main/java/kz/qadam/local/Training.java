package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs newly packaged services once, on temporary data, so that they start quickly afterwards; with {@code --images} and
 * the directory of {@code deploy/install/images/build}, their images.
 */
final class Training {

    private static final String IMAGES = "--images";

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        if (!StartCache.isTrained()) {
            return;
        }
        Logger.getLogger("").setLevel(Level.OFF);
        Path repository = Path.of(arguments[0]);
        boolean ofImages = arguments.length == 3 && arguments[1].equals(IMAGES);
        Path data = repository.resolve("deploy/local/target/training");
        Trees.delete(data);
        var config = new SuiteConfig(repository, data, Ports.free(), System.err::println);
        try (var suite = new Suite(config)) {
            suite.beginBackends();
            for (Service service : Service.values()) {
                if (ofImages) {
                    suite.trainImage(service, new UntrainedImage(service, data, Path.of(arguments[2])));
                } else {
                    suite.train(service);
                }
            }
        }
        Trees.delete(data);
    }
}
