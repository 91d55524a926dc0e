package kz.qadam.enrolment;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import kz.qadam.local.Tokens;

/** The programme office, and the partners that it lets in, as the tests' callers. */
public final class Office {

    private Office() {}

    public static RequestSpecification office() {
        return given().auth().oauth2(Tokens.of("office")).contentType(ContentType.JSON);
    }

    public static RequestSpecification auditor() {
        return given().auth().oauth2(Tokens.of("auditor")).contentType(ContentType.JSON);
    }

    public static RequestSpecification partner(String institution) {
        return given().auth().oauth2(Tokens.of("partner", institution)).contentType(ContentType.JSON);
    }

    /** An active school in Almaty. */
    public static void school(String code) {
        office().body("""
                        {"kind": "school", "names": {"kk": "Мектеп", "ru": "Школа", "en": "School"},
                         "region": "KZ-75", "status": "active"}""").put("/v1/institutions/" + code).then().statusCode(201);
    }

    /** A course of 36 hours. */
    public static void course(String code) {
        office().body("""
                        {"titles": {"kk": "ЖИ", "ru": "ИИ", "en": "AI"}, "hours": 36, "area": "ai"}""").put("/v1/courses/" + code).then().statusCode(201);
    }
}
