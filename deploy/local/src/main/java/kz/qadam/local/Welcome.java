package kz.qadam.local;

/** What a newcomer can do with a suite that has just started: where everything is, and one call for each user. */
final class Welcome {

    private Welcome() {}

    static String to(Suite suite) {
        String enrolment = suite.uri(Service.ENROLMENT).toString();
        String progress = suite.uri(Service.PROGRESS).toString();
        String reporting = suite.uri(Service.REPORTING).toString();
        return """

                Qadam is up.
                  enrolment-service  %1$s/q/swagger-ui
                  progress-service   %2$s/q/swagger-ui
                  reporting-service  %3$s/q/swagger-ui
                  Kafka              %4$s

                People send files, with a token of ./deploy/token partner school-42:
                  %1$s/enrolment-files
                  %2$s/completion-files
                A partner institution posts a completion:
                  curl -s -H "Authorization: Bearer $(./deploy/token partner school-42)" -H 'Content-Type: application/json' -d '{"reference":"C-1","enrolment":"E-1","completedOn":"2026-05-31"}' %2$s/v1/completions
                A dashboard builder pulls the figures:
                  curl -s %3$s/v1/progress
                An auditor counts again, by other code:
                  curl -s -X POST -H "Authorization: Bearer $(./deploy/token auditor)" -H 'Content-Type: application/json' -d '{}' %3$s/v1/audit/recounts

                Ctrl-C stops it; the data stay.""".formatted(enrolment, progress, reporting, suite.kafka());
    }
}
