package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import kz.qadam.local.Service;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An auditor keeps a copy of the archive, and checks it, also with programs of others. */
@OnSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveIT {

    private static final String STREAM = "enrolment.trail";

    private Path archive;
    private final Qadam qadam;
    private final Institution school;

    ArchiveIT(Qadam qadam) {
        this.qadam = qadam;
        this.school = qadam.office().opens("school", "KZ-75");
    }

    @BeforeAll
    void fetch_until_the_school_is_in_it(@TempDir Path fetched) throws Exception {
        archive = fetched;
        assertThat(archive("keys").exitCode()).isZero();
        soon().untilAsserted(() -> {
            Said said = archive("fetch");
            assertThat(said.exitCode()).as(said.text()).isZero();
            assertThat(program("zcat %s/1/*/*.ndjson.gz".formatted(STREAM)).text())
                    .contains("\"subject\":\"%s\"".formatted(school.code()));
        });
    }

    private Said archive(String command) throws IOException, InterruptedException {
        return Said.by(qadam.archive(command, archive));
    }

    private Said program(String script) throws IOException, InterruptedException {
        return Said.by(new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(archive.toFile())
                .redirectErrorStream(true)
                .start());
    }

    private void asOwner(String sql) throws IOException, SQLException {
        try (var connection = qadam.suite().database(Service.ENROLMENT).connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void sha256sum_checks_the_data_and_the_chain() throws Exception {
        Said checked = program("sha256sum --quiet --strict -c %s/1/*/*.manifest".formatted(STREAM));

        assertThat(checked.exitCode()).as(checked.text()).isZero();
    }

    @Test
    void openssl_checks_each_signature() throws Exception {
        Said checked = program("""
                for m in *.trail/1/*/*.manifest; do
                    key=$(sed -n 's/^# key //p' $m)
                    openssl pkeyutl -verify -pubin -inkey keys/$key.pem -rawin -in $m -sigfile ${m%.manifest}.sig
                done | sort | uniq -c
                """);

        assertThat(checked.exitCode()).as(checked.text()).isZero();
        assertThat(checked.text().strip()).matches("[0-9]+ Signature Verified Successfully");
    }

    @Test
    void each_trail_checks_the_others_by_the_anchors_in_its_lines() throws Exception {
        soon().untilAsserted(() -> {
            assertThat(archive("fetch").exitCode()).isZero();
            for (String stream : new String[] {"enrolment", "progress", "reporting"}) {
                Said checked = program("""
                        zcat %s.trail/1/*/*.ndjson.gz | grep '"kind":"anchor"' |
                            sed 's/.*"subject":"\\([^"]*\\)".*/\\1/' | sha256sum --quiet --strict -c
                        """.formatted(stream));
                assertThat(checked.exitCode()).as(checked.text()).isZero();
            }
        });
    }

    @Test
    void what_was_fetched_and_checked_is_confirmed_in_the_trail() throws Exception {
        soon().untilAsserted(() -> assertThat(qadam.bearer(Service.ENROLMENT, qadam.tokenOf("auditor"))
                        .queryParam("action", "PUT /v1/enrolment-trail/segments/{number}/confirmation")
                        .get("/v1/enrolment-trail")
                        .asString())
                .contains(STREAM + "/1/"));
    }

    @Test
    void a_copy_with_another_manifest_is_not_confirmed() throws Exception {
        assertThat(qadam.bearer(Service.ENROLMENT, qadam.tokenOf("auditor"))
                        .contentType("application/json")
                        .body("{\"manifest\":\"%s\"}".formatted("0".repeat(64)))
                        .put("/v1/enrolment-trail/segments/1/confirmation")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void the_lines_hold_no_text_of_a_person() throws Exception {
        assertThat(program("zcat *.trail/1/*/*.ndjson.gz").text()).doesNotContain("\"text\"", "\"textSalt\"");
    }

    @Test
    void an_entry_that_is_altered_after_it_was_sealed_is_named_by_its_line() throws Exception {
        String where = "where subject = '%s' and action = 'PUT /v1/institutions/{code}'".formatted(school.code());
        asOwner("update trail set outcome = 'unchanged' " + where);
        Said fetched = archive("fetch");
        asOwner("update trail set outcome = 'done' " + where);

        assertThat(fetched.exitCode()).as(fetched.text()).isEqualTo(1);
        assertThat(fetched.text())
                .contains("enrolment.trail/1/", "was altered, removed or added after it was sealed", school.code());
    }

    @Test
    void a_file_of_somebody_else_is_refused_and_nothing_is_overwritten() throws Exception {
        Path notes = Files.writeString(archive.resolve(STREAM).resolve("notes.txt"), "mine");

        Said fetched = archive("fetch");

        assertThat(fetched.exitCode()).isEqualTo(1);
        assertThat(fetched.text()).contains("notes.txt is no file of the archive");
        assertThat(notes).hasContent("mine");
        Files.delete(notes);
    }
}
