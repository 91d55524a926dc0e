package kz.qadam.capacity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import kz.qadam.demo.Iin;

/** Reports of new people, each sent when all that follows from the one before is done: as if there were one a minute. */
public record ReportsAlone(URI enrolment, URI progress, String token) {

    private static final Duration UNTIL_ALL_IS_DONE = Duration.ofSeconds(4);

    /** Above those of the demo. */
    private static final int FIRST_PERSON = 50_000_000;

    /** Sends them, and returns how many it has sent. */
    public int send(int people) throws IOException, InterruptedException {
        for (int person = FIRST_PERSON; person < FIRST_PERSON + people; person++) {
            post(enrolment.resolve("/v1/enrolments"), """
                    {"reference":"E-%1$d","course":"AI-101","cohort":"pupils","learner":{"iin":"%2$s"},"enrolledOn":"2026-02-01"}""".formatted(person, Iin.of(person)));
            post(progress.resolve("/v1/completions"), """
                    {"reference":"C-%1$d","enrolment":"E-%1$d","completedOn":"2026-05-31"}""".formatted(person));
        }
        return 2 * people;
    }

    private void post(URI address, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        var answer = HttpClient.newHttpClient()
                .send(request.POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("%s answered %d: %s".formatted(address, answer.statusCode(), answer.body()));
        }
        Thread.sleep(UNTIL_ALL_IS_DONE.toMillis());
    }
}
