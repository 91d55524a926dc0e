package kz.qadam.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code deploy/bin/import [--demo|--sandbox] [--profile NAME] enrolments|completions FILE [INSTITUTION]}: sends a large
 * file, shows its progress, and saves the refused rows in the same directory. With a profile it is a table of another
 * system, which is read by that profile; the office names it as INSTITUTION/NAME. Against the local suite it acts for the institution, or
 * as the office if none is named; {@code QADAM_TOKEN} and {@code QADAM_URL} choose another installation.
 *
 * <p>Exit code 0: every row was kept; 1: nothing could be sent; 2: wrong usage; 3: some rows were refused.
 */
final class FileImport {

    private static final String USAGE =
            "Usage: import [--demo|--sandbox] [--profile NAME] enrolments|completions FILE [INSTITUTION]";

    private static final String PROFILE = "--profile";

    private FileImport() {}

    public static void main(String[] arguments) throws InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        try {
            List<String> words = new ArrayList<>(List.of(arguments));
            Optional<String> profile = profile(words);
            var command = Command.of(words.toArray(String[]::new), USAGE);
            System.exit(run(command, profile, System.getenv()));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println(e.getMessage() == null ? "The service does not answer: " + e : e.getMessage());
            System.exit(1);
        }
    }

    /** Takes the option with its value out of the words. */
    private static Optional<String> profile(List<String> words) {
        int option = words.indexOf(PROFILE);
        if (option < 0) {
            return Optional.empty();
        }
        if (option + 1 >= words.size()) {
            throw new IllegalArgumentException(USAGE);
        }
        words.remove(option);
        return Optional.of(words.remove(option));
    }

    private static int run(Command command, Optional<String> profile, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> arguments = command.arguments();
        if (arguments.size() < 2 || arguments.size() > 3) {
            throw new IllegalArgumentException(USAGE);
        }
        String kind = arguments.get(0);
        Service service = service(kind);
        Path file = Path.of(arguments.get(1));
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("There is no file " + file + " that can be read.");
        }
        String token = environment.containsKey("QADAM_TOKEN")
                ? environment.get("QADAM_TOKEN")
                : localToken(command, environment);
        var imports = new ImportClient(address(service, kind, environment, command), token, language(environment));
        var job = imports.follow(imports.send(file, profile));
        System.out.println(job.summary());
        if (job.hasFailed()) {
            throw new IOException("The service can no longer read the file. Send it again.");
        }
        if (job.refusedRows() == 0) {
            return 0;
        }
        Path errors = ErrorsFile.of(file);
        imports.fetchErrors(job, errors);
        System.out.println(
                "The rows that were refused, with the reasons: " + errors + ". Correct them there and send that file.");
        return 3;
    }

    private static Service service(String kind) {
        return switch (kind) {
            case "enrolments" -> Service.ENROLMENT;
            case "completions" -> Service.PROGRESS;
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    /**
     * The address of the import. {@code QADAM_URL} is one address for all services; without it, the local services are
     * used.
     */
    private static URI address(Service service, String kind, Map<String, String> environment, Command command)
            throws IOException {
        String front = environment.get("QADAM_URL");
        String base = front == null ? local(service, environment, command).toString() : front;
        return URI.create("%s/v1/%s-imports".formatted(base, kind.substring(0, kind.length() - 1)));
    }

    /** A service of the suite that runs now, else where it is when it runs. */
    private static URI local(Service service, Map<String, String> environment, Command command) throws IOException {
        var files = Installation.chosenBy(environment, command);
        Optional<Ports> running = InstallationLock.holder(files.lockFile());
        if (running.isEmpty()) {
            return Ports.chosenBy(environment, command.purpose()).uri(service);
        }
        files.trust(running.get());
        return running.get().uri(service);
    }

    private static String localToken(Command command, Map<String, String> environment) throws IOException {
        List<String> arguments = command.arguments();
        var bearer = arguments.size() == 3 ? Bearer.of("partner", arguments.get(2)) : Bearer.of("office");
        return Installation.chosenBy(environment, command).tokens().token(bearer);
    }

    /** Such as {@code kk} of {@code kk_KZ.UTF-8}. */
    private static String language(Map<String, String> environment) {
        String locale = environment.getOrDefault("LC_ALL", environment.getOrDefault("LANG", "en"));
        return locale.matches("[a-z]{2}([_.].*)?") ? locale.substring(0, 2) : "en";
    }
}
