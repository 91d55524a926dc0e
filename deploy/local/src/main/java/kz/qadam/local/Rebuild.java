package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code deploy/bin/rebuild}: lets reporting-service rebuild its figures from its event log while the suite runs. */
final class Rebuild {

    private static final String USAGE = "Usage: rebuild [--demo|--sandbox]";

    private Rebuild() {}

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.OFF);
        try {
            System.exit(rebuild(Command.of(arguments, USAGE)));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int rebuild(Command command) throws IOException {
        var files = Installation.chosenBy(System.getenv(), command);
        var ports = InstallationLock.holder(files.lockFile())
                .orElseThrow(() -> new CannotStart("Nothing runs on these data: start the suite by deploy/up first."));
        files.turnOver(List.of("rebuild"));
        int exit = Patience.exitCode(new Launches(command.repository(), files, ports, command.purpose())
                .rebuild()
                .process());
        System.out.println(result(Files.readAllLines(files.log("rebuild"))));
        return exit;
    }

    /** The result of the rebuild from the log; without one, the last line. */
    private static String result(List<String> log) {
        return log.stream()
                .filter(line -> line.contains("Rebuilt"))
                .findFirst()
                .orElse(log.isEmpty() ? "" : log.get(log.size() - 1));
    }
}
