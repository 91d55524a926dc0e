package kz.qadam.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * {@code deploy/bin/rotate-keys [--demo|--sandbox]}: gives the running suite new keys for identification data, waits
 * until all learners are encrypted with them, and removes the old keys. If it is stopped at any moment, the next call
 * continues; a call after a complete change begins the next change. The files of imports get new keys too; a later call
 * removes their old keys, when no file can still be encrypted with them.
 */
final class RotateKeys {

    private static final String USAGE = "Usage: rotate-keys [--demo|--sandbox]";
    private static final List<String> VAULT = List.of("lookup", "cipher");
    private static final String FILES = "files";

    /** Files are deleted after seven days; one more day for safety. */
    private static final Duration LIFE_OF_FILES = Duration.ofDays(8);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LOOKS_IN_VAIN = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI rotation;
    private final TokenSource tokens;
    private final InstallationSecrets secrets;
    private final Clock clock;
    private final KeyFile vault;

    private RotateKeys(URI enrolment, Installation files, Clock clock) throws IOException {
        this.rotation = enrolment.resolve("/v1/key-rotations/current");
        this.tokens = files.tokens();
        this.secrets = files.secrets();
        this.clock = clock;
        this.vault = new KeyFile(secrets.vault());
    }

    public static void main(String[] arguments) throws InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        try {
            var files = Installation.chosenBy(System.getenv(), Command.of(arguments, USAGE));
            var ports = InstallationLock.holder(files.lockFile())
                    .orElseThrow(
                            () -> new CannotStart("Nothing runs on these data: start the suite by deploy/up first."));
            files.trust(ports);
            new RotateKeys(ports.uri(Service.ENROLMENT), files, Clock.systemUTC()).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException {
        Instant now = clock.instant();
        if (isUnderWay()) {
            System.out.println("A change of keys was under way; going on with it.");
        } else {
            for (String purpose : VAULT) {
                vault.replace(purpose, now);
            }
            replaceThoseOfFiles(now);
        }
        System.out.printf("New people are kept under %s and %s.%n", vault.current("lookup"), vault.current("cipher"));
        VaultKeyRotationState state = follow();
        for (String purpose : VAULT) {
            vault.remove(purpose, Instant.MAX);
        }
        System.out.printf("All %,d learners stand under the new keys; the old ones are gone.%n", state.learners());
    }

    private boolean isUnderWay() throws IOException {
        for (String purpose : VAULT) {
            if (!vault.earlier(purpose).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void replaceThoseOfFiles(Instant now) throws IOException {
        for (Service service : List.of(Service.ENROLMENT, Service.PROGRESS)) {
            var file = new KeyFile(secrets.files(service));
            file.remove(FILES, now.minus(LIFE_OF_FILES));
            file.replace(FILES, now);
        }
    }

    /** Returns when no data are encrypted with an old key. The change continues even if this is interrupted. */
    private VaultKeyRotationState follow() throws IOException, InterruptedException {
        VaultKeyRotationState state = state();
        try (var bar = new ProgressBarBuilder()
                .setTaskName("brought over")
                .setUnit(" learners", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setInitialMax(state.learners())
                .build()) {
            while (!isOver(state)) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                state = state();
                bar.maxHint(state.learners());
                bar.stepTo(state.done());
            }
        }
        return state;
    }

    /** Whether the change is complete: the state must already be about the new keys. */
    private boolean isOver(VaultKeyRotationState state) throws IOException {
        return state.complete()
                && state.lookup().equals(vault.current("lookup"))
                && state.cipher().equals(vault.current("cipher"));
    }

    /** The state of the change; waits for a service that is being restarted. */
    private VaultKeyRotationState state() throws IOException, InterruptedException {
        for (int look = 1; ; look++) {
            try {
                return asked();
            } catch (IOException e) {
                if (look == LOOKS_IN_VAIN) {
                    throw new IOException("enrolment-service does not answer; call this again when it does: " + e);
                }
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
        }
    }

    private VaultKeyRotationState asked() throws IOException, InterruptedException {
        String token = tokens.token(Bearer.of("office"));
        var request = HttpRequest.newBuilder(rotation)
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(30))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("it answered " + answer.statusCode());
        }
        return JSON.readValue(answer.body(), VaultKeyRotationState.class);
    }
}
