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
     * Whether a form was filled in about another version: the hidden field {@code seen} has the one that its reader saw.
     *
     * @param now the version that there is
     */
    public static boolean isAboutOther(Map<String, String> sent, int now) {
        return sent.containsKey("seen") && !sent.get("seen").equals(Integer.toString(now));
    }

    /**
     * The value of each field; of one with several, the first.
     *
     * @throws Problem 400 if there are more than {@value #MOST_FIELDS}: none is left out unseen; or if it is not a form
     */
    public static Map<String, String> read(byte[] body) {
        String form = new String(body, StandardCharsets.UTF_8);
        if (form.chars().filter(one -> one == '&').count() >= MOST_FIELDS) {
            throw Problem.unreadable("too-many/fields", MOST_FIELDS);
        }
        var decoder = new QueryStringDecoder(form, StandardCharsets.UTF_8, false, MOST_FIELDS, true);
        Map<String, String> sent = new LinkedHashMap<>();
        try {
            decoder.parameters().forEach((name, values) -> sent.put(name, values.get(0)));
        } catch (IllegalArgumentException e) {
            throw Problem.unreadable("not-a-form");
        }
        return sent;
    }
}
