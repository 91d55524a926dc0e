package kz.qadam.local;

import java.io.IOException;

/** The text that is shown after the start of a suite: its addresses, and an example call for each kind of user. */
final class Welcome {

    /** The one of the examples. */
    private static final String INSTITUTION = "school-42";

    private static final String ADDRESSES = """

            Qadam is up: %s

            Programs may call the services themselves:
              enrolment-service  %s/q/swagger-ui  health: %s/q/health
              progress-service   %s/q/swagger-ui  health: %s/q/health
              reporting-service  %s/q/swagger-ui  health: %s/q/health
              Kafka              %s

            The state of the country as everybody sees it, in a browser:
              %s/
            Exact and live, %s and for you alone: the address holds a token of a viewer.
              %s/#token=%s

            %s%s
            Ctrl-C stops it; the data stay.""";

    private static final String DESKS = """
            The desks, for 12 hours and for you alone: each address holds a token.
              an institution     %s/login/progress-service#token=%s
              the office         %s/login/enrolment-service#token=%s
              an auditor         %s/login/reporting-service#token=%s

            """;

    private static final String USERS = """
            A partner institution posts a completion:
              curl -s -H "Authorization: Bearer $(%2$s partner school-42)" -H 'Content-Type: application/json' -d '{"reference":"C-1","enrolment":"E-1","completedOn":"2026-05-31"}' %1$s/v1/completions
            Files are sent on the desk of the institution, too:
              %1$s/enrolment-files
              %1$s/completion-files
            What the office owes the people whose data it has:
              %1$s/duties
            A dashboard builder pulls the figures:
              curl -s %1$s/v1/progress
            An auditor counts again, with separate code:
              curl -s -X POST -H "Authorization: Bearer $(%2$s auditor)" -H 'Content-Type: application/json' -d '{}' %1$s/v1/audit/recounts
            """;

    private static final String VISITORS = """
            Pull the exact figures by region:
              curl -s -H "Authorization: Bearer $(%2$s viewer)" "%1$s/v1/progress/pupils/breakdown?by=region"
            Count everything again, with separate code:
              curl -s -X POST -H "Authorization: Bearer $(%2$s auditor)" -H 'Content-Type: application/json' -d '{}' %1$s/v1/audit/recounts
            """;

    private static final String DEVELOPERS = """
            Enrol a learner, report the completion, and read its state:
              token=$(%2$s partner school-42)
              curl -s -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -d '{"reference":"E-1","course":"AI-101","cohort":"pupils","learner":{"iin":"991231100010"},"enrolledOn":"2026-02-01"}' %1$s/v1/enrolments
              curl -s -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -d '{"reference":"C-1","enrolment":"E-1","completedOn":"2026-05-31"}' %1$s/v1/completions
              curl -s -H "Authorization: Bearer $token" "%1$s/v1/completions?reference=C-1"
            """;

    private static final String KEYCLOAK = """
            Tokens are of Keycloak: %1$s. ./deploy/token asks it for one, as any program does:
              curl -s %2$s/protocol/openid-connect/token -d grant_type=client_credentials -d client_id=school-42 -d scope=progress-service -d client_secret=$(sed -n 's/^QADAM_SCHOOL_42_SECRET=//p' %3$s)
            All secrets, the passwords of partner, office, auditor, viewer and administrator, and what one-time codes are made from: %3$s

            """;

    private static final String TLS = """
            All parts speak TLS, with certificates of this installation's authority, which curl is given like this:
              export CURL_CA_BUNDLE=%s
            A browser shows a warning until it trusts the authority; it can only vouch for this machine.

            """;

    private Welcome() {}

    /**
     * What somebody reads who has started a suite.
     *
     * @param isOnServer whether a log keeps it, in which no token of a desk may be
     */
    static String to(Suite suite, Purpose purpose, boolean isOnServer) throws IOException {
        String enrolment = suite.uri(Service.ENROLMENT).toString();
        String progress = suite.uri(Service.PROGRESS).toString();
        String reporting = suite.uri(Service.REPORTING).toString();
        String front = suite.front().toString();
        String token = ("./deploy/token " + purpose.option()).strip();
        return ADDRESSES.formatted(
                front,
                enrolment,
                suite.management(Service.ENROLMENT),
                progress,
                suite.management(Service.PROGRESS),
                reporting,
                suite.management(Service.REPORTING),
                suite.kafka(),
                front,
                suite.provider().isPresent() ? "for half an hour" : "for 12 hours",
                front,
                suite.token("viewer"),
                isOnServer || suite.provider().isPresent() ? "" : desks(suite, front),
                suite.provider()
                                .map(provider -> KEYCLOAK.formatted(
                                        provider.resolve("/"), provider, suite.fileOfKeycloakSecrets()))
                                .orElse("")
                        + suite.certificates()
                                .map(all -> TLS.formatted(all.authority()))
                                .orElse("")
                        + users(purpose).formatted(front, token));
    }

    private static String desks(Suite suite, String front) throws IOException {
        return DESKS.formatted(
                front,
                suite.token("partner-admin", INSTITUTION),
                front,
                suite.token("office"),
                front,
                suite.token("auditor"));
    }

    private static String users(Purpose purpose) {
        return switch (purpose) {
            case USE -> USERS;
            case DEMO -> VISITORS;
            case SANDBOX -> DEVELOPERS;
        };
    }
}
