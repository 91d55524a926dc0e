package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call what with the session of a person: below /staff what the role may, elsewhere what nobody's token may. */
@OnOtherSuite(SuiteKind.KEYCLOAK)
class SessionAccessIT {

    private static final Path TABLE = Repository.path("deploy/docs/access.csv");
    private static final String INSTITUTION = "school-42";

    private final Qadam qadam;

    SessionAccessIT(Qadam qadam) {
        this.qadam = qadam;
        qadam.office().knows(INSTITUTION, "school", "KZ-75");
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "auditor", "office", "partner"})
    void a_session_opens_below_staff_what_a_token_of_its_role_opens_and_elsewhere_nothing(String role)
            throws IOException {
        Map<String, String> shown = Map.of("Cookie", session(role), "Sec-Fetch-Site", "same-origin");
        var inside = new AccessCaller(role, shown, "/staff", INSTITUTION);
        var outside = new AccessCaller("no-token", shown, "", INSTITUTION);

        List<String> seen = new AccessCrawl(ApiClient.of(qadam))
                .calls(List.of(inside, outside)).stream().map(AccessCall::line).toList();

        assertThat(seen).hasSizeGreaterThan(100);
        assertThat(Files.readAllLines(TABLE)).containsAll(seen);
    }

    private String session(String person) throws IOException {
        try (var browser = new Browser()) {
            return Session.of(person, browser, qadam).header();
        }
    }
}
