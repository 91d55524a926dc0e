package kz.qadam.load;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Sends requests to instances that are ready, again if they were not taken. */
final class RepeatingClient {

    private static final int UNAVAILABLE = 503;
    private static final int BETWEEN_TRIES_MILLIS = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ReadyInstances instances;
    private final LoadTally tally;
    private final Repeats repeats;

    RepeatingClient(ReadyInstances instances, LoadTally tally, Repeats repeats) {
        this.instances = instances;
        this.tally = tally;
        this.repeats = repeats;
    }

    /** The answer, which has one of these statuses. */
    String send(LoadRequest request, Integer... expected) throws IOException, InterruptedException {
        for (int i = 0; i < repeats.most(); i++) {
            Optional<HttpResponse<String>> answer = send(request);
            if (answer.isPresent()) {
                return expected(request, answer.get(), expected);
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
        }
        throw new IOException("%s %s was refused %d times".formatted(request.method(), request.path(), repeats.most()));
    }

    /** The answer; empty if the request is to be sent again. */
    private Optional<HttpResponse<String>> send(LoadRequest request) throws IOException, InterruptedException {
        try {
            long began = System.nanoTime();
            HttpResponse<String> answer =
                    http.send(request.to(instances.next(request.service()), repeats), BodyHandlers.ofString());
            int status = answer.statusCode();
            if (repeats.unknown().contains(status)) {
                addUnanswered(request, Integer.toString(status));
            } else if (status == UNAVAILABLE) {
                tally.addUnavailable();
            } else {
                tally.addAnswer(System.nanoTime() - began);
                return Optional.of(answer);
            }
        } catch (ConnectException | HttpConnectTimeoutException e) {
            tally.addRefused();
        } catch (IOException e) {
            if (!repeats.ofUnanswered()) {
                throw e;
            }
            addUnanswered(request, e instanceof HttpTimeoutException ? "no answer in time" : "connection broken");
        }
        return Optional.empty();
    }

    private void addUnanswered(LoadRequest request, String how) {
        if (request.writes()) {
            tally.addUnknown(how);
        } else {
            tally.addUnread();
        }
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
