package kz.qadam.enrolment.keys;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.program;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** A key as a program of an institution has it. */
record KeyFixture(String id, String secret, String institution) {

    static final String PATH = "/v1/institution-keys";

    /** Made by who administers the keys of the institution. */
    static KeyFixture of(String institution) {
        var made = make(institution, "{}").statusCode(201).extract();
        return new KeyFixture(made.path("id"), made.path("secret"), institution);
    }

    static ValidatableResponse make(String institution, String body) {
        return administrator(institution).body(body).post(PATH).then();
    }

    ValidatableResponse revokedBy(RequestSpecification who) {
        return who.body("{\"reason\": \"The server was sold\"}")
                .post(PATH + "/" + id + "/revocation")
                .then();
    }

    RequestSpecification shown() {
        return program(id, secret);
    }

    int read(String path) {
        return shown().get(path).statusCode();
    }
}
