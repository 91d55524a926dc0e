package kz.qadam.progress.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An institution sees when it has sent something last, and by which way. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CompletionsLastTest {

    private static final String PANEL = "/desk/panels/progress/last?lang=en";

    private final Partner school = Partner.school();

    @BeforeEach
    void describe_the_catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void who_has_sent_nothing_is_told_so() {
        assertThat(panel()).contains("No file of completions yet").doesNotContain("Platform:", "by whichever way");
    }

    @Test
    void a_file_has_its_name_until_its_content_is_deleted() {
        sendsFile();
        assertThat(panel()).contains("File of completions: group-7.csv</a>");
        assertThat(Partner.school().get(PANEL).extract().asString()).doesNotContain("group-7");

        Records.change("update import_job set expires_at = now() - interval '1 hour' where sender = '%s'"
                .formatted(school.institution()));

        assertThat(panel()).contains("File of completions</a>").doesNotContain("group-7");
    }

    @Test
    void completions_of_whichever_way_have_their_day() {
        school.completes("C", "E", "2026-03-01").statusCode(201);

        await().untilAsserted(() -> assertThat(panel()).containsPattern("by whichever way</span> <span[^>]*>today<"));
    }

    @Test
    void the_three_platforms_that_were_heard_of_last_are_named_the_newest_first() {
        for (String platform : new String[] {"a", "b", "c", "d"}) {
            Records.change("insert into xapi_platform_use (institution, platform, last_at)"
                    + " values ('%s', '%s', '2026-05-0%d 03:55Z')"
                            .formatted(school.institution(), platform, 1 + platform.charAt(0) - 'a'));
        }

        assertThat(panel())
                .containsPattern("Platform: d<[^§]*4 May 2026, 08:55<[^§]*Platform: c<[^§]*Platform: b<")
                .doesNotContain("Platform: a<");
    }

    @Test
    void a_key_has_its_end_for_who_makes_keys_and_no_name_for_others() {
        UUID key = UUID.randomUUID();
        Records.change("""
                insert into institution_key (id, institution, sha256, expires_at, revoked, version)
                values ('%1$s', '%2$s', encode(sha256('%1$s'), 'hex'), now() + interval '1 year', false, 1);
                insert into key_use (key_id, last_used_at) values ('%1$s', '2026-05-31 03:55Z')
                """.formatted(key, school.institution()));

        assertThat(panel())
                .contains("A program, with a key</span>", "31 May 2026, 08:55")
                .doesNotContain(key.toString().substring(28));
        assertThat(given().auth()
                        .oauth2(Tokens.of("partner-admin", school.institution()))
                        .get(PANEL)
                        .asString())
                .contains("<a href=\"/keys?lang=en\">Key: …" + key.toString().substring(28) + "</a>");
    }

    @Test
    void the_trail_is_nothing_to_an_institution_and_files_are_nothing_to_auditors() {
        assertThat(panel()).doesNotContain("trail is checked", "checked the trail");

        assertThat(Office.get("auditor", PANEL).extract().asString())
                .containsPattern("The trail is checked up to|Nobody has confirmed yet to have checked the trail")
                .doesNotContain("File of completions", "No file");
        Office.get("viewer", PANEL).statusCode(403);
    }

    private String panel() {
        return school.get(PANEL).statusCode(200).extract().asString();
    }

    private void sendsFile() {
        Records.change("""
                insert into import_job (id, kind, sender, file_name, separator, status, created_at, expires_at)
                values ('%s', 'completions', '%s', 'group-7.csv', ',', 'finished', now(), now() + interval '1 day')
                """.formatted(UUID.randomUUID(), school.institution()));
    }
}
