package kz.qadam.progress.trail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.trail.AuditClient;
import kz.qadam.trail.TrailVerification;

/** The trail of an instance that there is for one test only, and so a chain of its own. */
final class ChainedTrail {

    private static final String TRAIL = "/v1/completion-trail";

    private static final String ADD = """
            insert into trail (id, at, instance, kind, action, outcome, subject, text_digest, text_salt, text)
            values (:id, now(), :instance, 'write', 'test', 'done', cast(:id as text),
                    sha256(decode('0011', 'hex') || convert_to('On request', 'UTF8')), decode('0011', 'hex'), 'On request')
            """;

    private static final String ADD_BLOCK = """
            insert into trail_block (instance, number, first_at, last_at, chained_at, hash_before, hash, entries, hashes,
                                     last_change, last_id)
            select instance, number + 1, first_at, last_at, chained_at - interval '1 day', hash, hash, '{}', '',
                   last_change, last_id
              from trail_block where instance = :instance order by number desc limit 1
            """;

    private final String instance = "test-" + UUID.randomUUID();
    private final Instant since = Instant.now();
    private final Database database;

    ChainedTrail(Database database) {
        this.database = database;
    }

    String instance() {
        return instance;
    }

    /** Adds an entry with a text, and waits until it is chained. Its subject is its id. */
    UUID add() {
        UUID id = UUID.randomUUID();
        database.transaction(handle -> handle.createUpdate(ADD)
                .bind("id", id)
                .bind("instance", instance)
                .execute());
        await().untilAsserted(() -> assertThat(blocks().getList("items.entries.id.flatten()", String.class))
                .contains(id.toString()));
        return id;
    }

    /** The text of an entry; null if it is cleared. */
    String textOf(UUID entry) {
        return database.transaction(handle -> handle.createQuery("select text from trail where id = :id")
                .bind("id", entry)
                .mapTo(String.class)
                .one());
    }

    /** Adds a block that was chained, by the clock of its instance, long ago. */
    void addBlockOfSlowClock() {
        database.transaction(handle ->
                handle.createUpdate(ADD_BLOCK).bind("instance", instance).execute());
    }

    JsonPath blocks() {
        return given().auth()
                .oauth2(Tokens.of("auditor"))
                .get(TRAIL + "/blocks?limit=1000&from=" + since.minusSeconds(1))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Does what only somebody who owns the database can do. */
    static void asOwner(String sql) throws SQLException {
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What a verification says of the instance. */
    List<String> verified(Path... heads) throws IOException, InterruptedException {
        var verification = new TrailVerification(Optional.of(since), Optional.empty());
        var client = new AuditClient(URI.create(RestAssured.baseURI + ":" + RestAssured.port), Tokens.of("auditor"));
        verification.read("progress-service", TRAIL, client);
        for (Path file : heads) {
            verification.readHeads(file);
        }
        List<String> lines = new ArrayList<>();
        verification.print(lines::add);
        return lines.stream().filter(line -> line.contains(instance)).toList();
    }
}
