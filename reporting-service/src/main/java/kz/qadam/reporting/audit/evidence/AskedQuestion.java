package kz.qadam.reporting.audit.evidence;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;

/** A question about records, read from the path and query that the log of readings keeps. */
record AskedQuestion(String path, Map<String, List<String>> parameters) {

    static AskedQuestion of(String asked) {
        var decoder = new QueryStringDecoder(asked);
        return new AskedQuestion(decoder.path(), decoder.parameters());
    }

    /** The first value of a parameter; null if the question does not have it. */
    String text(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    /** The whole number of a parameter; null if the question does not have it. */
    Integer number(String name) {
        String text = text(name);
        return text == null ? null : Integer.valueOf(text);
    }

    EvidenceFilter filter() {
        return new EvidenceFilter(text("cohort"), AskedMembers.of(this::text), text("month"));
    }
}
