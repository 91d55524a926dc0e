package kz.qadam.reporting;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Forms of pages, as a browser without scripts sends them. */
public final class Forms {

    private Forms() {}

    /** The answer to a form; where it leads is not followed. */
    public static ValidatableResponse send(RequestSpecification as, String path, Map<String, String> form) {
        return as.redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path)
                .then();
    }

    /** What the group of a pattern has in a page, each time that it occurs. */
    public static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(one -> one.group(1))
                .toList();
    }
}
