package kz.qadam.system;

import static io.restassured.RestAssured.given;
import static kz.qadam.system.Waits.soon;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;

/** A file that somebody has sent and that is being taken in. */
record LargeFile(RequestSpecification sender, String place) {

    /** Waits until so many of its rows are judged. */
    void awaitProcessed(int rows) {
        soon().ignoreExceptions().until(() -> job().getInt("processed") >= rows);
    }

    /** What became of it in the end. */
    JsonPath awaitEnd() {
        soon().atMost(Duration.ofMinutes(5))
                .ignoreExceptions()
                .until(() -> job().getString("status").equals("finished"));
        return job();
    }

    /** The rows that were not kept, without the header row. */
    List<String> errors() {
        return given().spec(sender)
                .get(place + "/errors.csv")
                .asString()
                .lines()
                .skip(1)
                .toList();
    }

    private JsonPath job() {
        return given().spec(sender).get(place).then().statusCode(200).extract().jsonPath();
    }
}
