package kz.qadam.chassis.http.page;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.qadam.chassis.http.problem.Problem;

/** What a form of a page sends, without files. */
public final class SentForm {

    /** More than anybody marks or fills in one by one. */
    static final int MOST_FIELDS = 1_000;

    private SentForm() {}

    /**
     * The value of each field; of one with several, the first.
     *
     * @throws Problem 400 if there are more than {@value #MOST_FIELDS}: none is left out unseen
     */
    public static Map<String, String> read(byte[] body) {
        String form = new String(body, StandardCharsets.UTF_8);
        if (form.chars().filter(one -> one == '&').count() >= MOST_FIELDS) {
            throw Problem.unreadable("too-many/fields", MOST_FIELDS);
        }
        var decoder = new QueryStringDecoder(form, StandardCharsets.UTF_8, false, MOST_FIELDS, true);
        Map<String, String> sent = new LinkedHashMap<>();
        decoder.parameters().forEach((name, values) -> sent.put(name, values.get(0)));
        return sent;
    }
}
