package kz.qadam.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Tables as other systems and people export them: their directory has a README. */
public final class Exports {

    private Exports() {}

    public static byte[] bytes(String name) {
        try (var file = Exports.class.getResourceAsStream("/exports/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
