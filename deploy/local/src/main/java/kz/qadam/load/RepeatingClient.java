package kz.qadam.load;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests to instances that are ready. It repeats a request only if it was answered 503 or if its connection was
 * refused: everything else is an error.
 */
final class RepeatingClient {

    private static final int UNAVAILABLE = 503;
    private static final int MOST_TRIES = 50;
    private static final int BETWEEN_TRIES_MILLIS = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ReadyInstances instances;
    private final LoadTally tally;

    RepeatingClient(ReadyInstances instances, LoadTally tally) {
        this.instances = instances;
        this.tally = tally;
    }

    /** The answer, which has one of these statuses. */
    String send(LoadRequest request, Integer... expected) throws IOException, InterruptedException {
        for (int i = 0; i < MOST_TRIES; i++) {
            try {
                long began = System.nanoTime();
                HttpResponse<String> answer =
                        http.send(request.to(instances.next(request.service())), BodyHandlers.ofString());
                if (answer.statusCode() != UNAVAILABLE) {
                    tally.addAnswer(System.nanoTime() - began);
                    return expected(request, answer, expected);
                }
                tally.addUnavailable();
            } catch (ConnectException e) {
                tally.addRefused();
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
        }
        throw new IOException("%s %s was refused %d times".formatted(request.method(), request.path(), MOST_TRIES));
    }

    private static String expected(LoadRequest request, HttpResponse<String> answer, Integer... expected)
            throws IOException {
        for (int status : expected) {
            if (answer.statusCode() == status) {
                return answer.body();
            }
        }
        throw new IOException("%s %s was answered %d by %s: %s"
                .formatted(
                        request.method(),
                        request.path(),
                        answer.statusCode(),
                        answer.uri().getAuthority(),
                        answer.body()));
    }
}
