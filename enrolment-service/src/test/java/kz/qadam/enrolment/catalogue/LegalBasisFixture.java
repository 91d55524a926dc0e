package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.administrator;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Declarations of institutions about their basis. */
public final class LegalBasisFixture {

    private LegalBasisFixture() {}

    static String path(String institution, String cohort) {
        return "/v1/institutions/" + institution + "/bases/" + cohort;
    }

    static String basis(String basis, String since) {
        return """
                {"basis": "%s", "since": "%s", "document": "Form 3 of order No. 17"}
                """.formatted(basis, since);
    }

    /**
     * Declares a basis.
     *
     * @param ifMatch the tag of what the caller has seen; null: none
     */
    static ValidatableResponse declare(
            RequestSpecification caller, String institution, String cohort, String ifMatch, String body) {
        var request = caller.body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(path(institution, cohort))
                .then();
    }

    /** The administrator of an institution declares for the first time. */
    public static void declared(String institution, String cohort, String basis, String since) {
        declare(administrator(institution), institution, cohort, null, basis(basis, since))
                .statusCode(201);
    }
}
