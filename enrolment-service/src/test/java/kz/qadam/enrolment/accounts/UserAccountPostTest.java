package kz.qadam.enrolment.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An account gets what tokens of its role are accepted with, and nothing else. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class UserAccountPostTest {

    private static final AccountScope OFFICE = new AccountScope(null, "somebody");

    @Inject
    Batch batch;

    @ParameterizedTest
    @CsvSource({
        "partner, school-42,",
        "partner-admin, school-42,",
        "office,,",
        "auditor,,",
        "auditor,, KZ-75",
        "viewer,,",
        "viewer,, KZ-75",
        "auditor-of-region,, KZ-75",
        "viewer-of-region,, KZ-75",
        "region-office,, KZ-75",
    })
    void a_role_with_its_place_is_accepted(String role, String institution, String region) {
        UserAccountPost post = read(body("head-42", role, institution, region), OFFICE);

        assertThat(post.role().code()).isEqualTo(role);
        assertThat(post.institution()).isEqualTo(institution);
        assertThat(post.region()).isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource({
        "partner,,",
        "partner-admin,, KZ-75",
        "partner, school-42, KZ-75",
        "office, school-42,",
        "office,, KZ-75",
        "auditor, school-42,",
        "viewer,, KZ-99",
        "auditor-of-region,,",
        "viewer-of-region, school-42, KZ-75",
    })
    void any_other_place_is_refused(String role, String institution, String region) {
        assertThatThrownBy(() -> read(body("head-42", role, institution, region), OFFICE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.RULE_VIOLATED));
    }

    @Test
    void an_administrator_need_not_name_its_institution() {
        assertThat(read(body("head-42", "partner", null, null), new AccountScope("school-42", "somebody"))
                        .institution())
                .isEqualTo("school-42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"head-42", "head@school-42.example", "a.b", "first.last+qadam@mail.school-42.kz"})
    void a_person_is_invited_by_a_mail_address_or_a_user_name(String name) {
        UserAccountPost post = read(body(name, "office", null, null), OFFICE);

        assertThat(post.name()).isEqualTo(name);
        assertThat(post.mail().isPresent()).isEqualTo(name.contains("@"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Head", "ab", "two words", "head@school", "@school.kz", "head/42", "service-account-pages"})
    void another_name_is_refused(String name) {
        assertThatThrownBy(() -> read(body(name, "office", null, null), OFFICE)).isInstanceOf(Problem.class);
    }

    @Test
    void the_number_of_a_person_is_no_user_name() {
        assertThatThrownBy(() -> read(body("991225100018", "office", null, null), OFFICE))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).text().code())
                                .isEqualTo("looks-like-iin"));
    }

    private UserAccountPost read(String body, AccountScope scope) {
        return UserAccountPost.read(batch.single(body.getBytes(UTF_8)).fields(), scope);
    }

    private static String body(String name, String role, String institution, String region) {
        return """
                {"name": "%s", "role": "%s", "institution": %s, "region": %s}""".formatted(name, role, quoted(institution), quoted(region));
    }

    private static String quoted(String value) {
        return value == null ? null : "\"" + value + "\"";
    }
}
