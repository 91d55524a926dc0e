package kz.qadam.load;

import java.io.IOException;
import java.util.List;

/** Reads what partners and auditors read, also records of people, whose readings the services note. */
final class LoadReader {

    private final RepeatingClient client;
    private final List<LoadRequest> questions;

    LoadReader(RepeatingClient client, LoadCallers callers) {
        this.client = client;
        this.questions = List.of(
                LoadRequest.get("enrolment", "/v1/enrolments?limit=10", callers.partner()),
                LoadRequest.get("progress", "/v1/completions?limit=10", callers.partner()),
                LoadRequest.get("reporting", "/v1/progress", callers.auditor()),
                LoadRequest.get("reporting", "/v1/progress/pupils/breakdown?by=institution", callers.auditor()),
                LoadRequest.get("reporting", "/v1/audit/evidence?cohort=pupils&limit=10", callers.auditor()),
                LoadRequest.get("reporting", "/v1/audit/readings?limit=10", callers.auditor()));
    }

    void read() throws IOException, InterruptedException {
        for (LoadRequest question : questions) {
            client.send(question, 200);
        }
    }
}
