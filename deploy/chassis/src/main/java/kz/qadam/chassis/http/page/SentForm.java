package kz.qadam.chassis.http.page;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a form of a page sends, without files. */
public final class SentForm {

    private static final int MOST_MEMBERS = 100;

    private SentForm() {}

    /** The value of each member; of one with several, the first. */
    public static Map<String, String> read(byte[] body) {
        var decoder = new QueryStringDecoder(
                new String(body, StandardCharsets.UTF_8), StandardCharsets.UTF_8, false, MOST_MEMBERS, true);
        Map<String, String> sent = new LinkedHashMap<>();
        decoder.parameters().forEach((name, values) -> sent.put(name, values.get(0)));
        return sent;
    }
}
