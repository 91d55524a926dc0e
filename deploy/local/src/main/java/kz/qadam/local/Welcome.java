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
                  dashboard          %3$s/
                  enrolment-service  %1$s/q/swagger-ui
                  progress-service   %2$s/q/swagger-ui
                  reporting-service  %3$s/q/swagger-ui
                  Kafka              %4$s

                A partner institution sees what became of its completions:
                  curl -s -H "Authorization: Bearer $(./deploy/token partner school-1)" %2$s/v1/completions
                A dashboard builder pulls the figures:
                  curl -s -H "Authorization: Bearer $(./deploy/token viewer)" %3$s/v1/progress
                An auditor asks how a figure came about:
                  curl -s -H "Authorization: Bearer $(./deploy/token auditor)" %3$s/v1/audit/figures/pupils

                Ctrl-C stops it; the data stay.""".formatted(enrolment, progress, reporting, suite.kafka());
    }
}
