package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one institution has: an enrolment, its completion, and a file of each; all of it has arrived everywhere.
 *
 * @param token of a partner who administers the keys, and so may ask for the most
 * @param ids by the name under which a request asks for each; see {@link IdNames}
 */
record OwnRecords(String token, Map<String, String> ids, Partner partner) {

    static OwnRecords of(Qadam qadam, String kind) throws IOException {
        Figures before = qadam.auditor().figures();
        Institution institution = qadam.office().opens(kind, "KZ-75");
        qadam.office().declaresBasis(institution);
        Partner partner = qadam.partner(institution);
        Enrolment enrolment = Enrolment.of(institution, qadam.office().offers(36), "pupils");
        // Before files are sent, since an erasure deletes those that are judged.
        Enrolment erased = Enrolment.of(institution, enrolment.course(), "pupils");
        partner.enrols(erased);
        qadam.office().erases(erased.iin());
        String task = partner.taskToForget(erased.reference());
        Completion completion = enrolment.completed(0);
        JsonPath enrolled = kept(partner.enrolling(enrolment.json()));
        JsonPath completed = kept(partner.completing(completion.json()));
        qadam.auditor()
                .sees(PlainCount.of(List.of(erased, enrolment), List.of(completion), Requirement.ANY_COURSE), before);

        Map<String, String> ids = new HashMap<>();
        ids.put("institution", institution.code());
        ids.put("profile", institution.code() + "/sheet");
        ids.put("course", enrolment.course().code());
        ids.put("enrolment", enrolled.getString("id"));
        ids.put("enrolments", enrolled.getString("id"));
        ids.put("completion", completed.getString("id"));
        ids.put("completionId", completed.getString("id"));
        List.of("learnerId", "learner.learnerId", "absorbed", "surviving")
                .forEach(name -> ids.put(name, enrolled.getString("learnerId")));
        ids.put("enrolments id", enrolled.getString("id"));
        ids.put("completions id", completed.getString("id"));
        ids.put("enrolments reference", enrolment.reference());
        List.of("completions reference", "receipts reference").forEach(name -> ids.put(name, completion.reference()));
        ids.put("enrolment-imports id", sent(partner.imports(List.of(enrolment))));
        ids.put("completion-imports id", sent(partner.importsCompletions(List.of(completion))));
        ids.put("erasure-tasks id", task);
        ids.put("institution-keys id", Key.of(qadam, institution).id());
        ids.put(
                "eventId",
                qadam.auditor()
                        .get("/v1/receipts/" + completed.getString("id"))
                        .jsonPath()
                        .getString("events[0].eventId"));
        assertThat(ids).doesNotContainValue(null);
        return new OwnRecords(qadam.tokenOfAdministrator(institution), ids, partner);
    }

    private static JsonPath kept(Response answer) {
        return answer.then().statusCode(201).extract().jsonPath();
    }

    private static String sent(LargeFile file) {
        file.awaitEnd();
        return file.place().substring(file.place().lastIndexOf('/') + 1);
    }

    String id(String name) {
        return ids.get(name);
    }
}
