package kz.qadam.local;

import java.io.IOException;
import java.util.List;

/** {@code deploy/token [--demo|--sandbox] ROLE [INSTITUTION | REGION]}: prints a bearer token for the local suite, and nothing else. */
final class PrintToken {

    private static final String USAGE = "Usage: token [--demo|--sandbox] ROLE [INSTITUTION | REGION]";

    private PrintToken() {}

    public static void main(String[] arguments) {
        try {
            var command = Command.of(arguments, USAGE);
            var bearer = bearer(command.arguments());
            var files = Installation.chosenBy(System.getenv(), command);
            System.out.println(files.tokens().token(bearer));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static Bearer bearer(List<String> arguments) {
        return switch (arguments.size()) {
            case 1 -> Bearer.of(arguments.get(0));
            case 2 -> Bearer.of(arguments.get(0), arguments.get(1));
            default -> throw new IllegalArgumentException(USAGE);
        };
    }
}
