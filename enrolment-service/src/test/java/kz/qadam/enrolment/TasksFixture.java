package kz.qadam.enrolment;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The tasks of somebody, as the service tells them. */
public record TasksFixture(RequestSpecification caller) {

    public ValidatableResponse all() {
        return caller.get("/v1/enrolment-tasks").then().statusCode(200);
    }

    /** The path in the answer to the only task of a kind. */
    public static String taskOf(String kind) {
        return "items.find { it.kind == '" + kind + "' }";
    }
}
