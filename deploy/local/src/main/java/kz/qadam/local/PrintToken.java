package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** {@code deploy/token ROLE [INSTITUTION]}: prints a bearer token for the local suite, and nothing else. */
final class PrintToken {

    private PrintToken() {}

    public static void main(String[] arguments) throws IOException {
        try {
            var bearer = bearer(arguments);
            var keys = Installation.chosenBy(System.getenv(), Path.of(arguments[0]))
                    .keys();
            var now = Instant.now();
            System.out.println(keys.issuer().token(bearer, now, now.plus(Tokens.LIFE)));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static Bearer bearer(String[] arguments) {
        return switch (arguments.length) {
            case 2 -> Bearer.of(arguments[1]);
            case 3 -> Bearer.of(arguments[1], arguments[2]);
            default -> throw new IllegalArgumentException("Usage: token ROLE [INSTITUTION]");
        };
    }
}
