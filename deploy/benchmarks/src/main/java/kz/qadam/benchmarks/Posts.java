package kz.qadam.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Completions as partners post them: one in ten is sent again, one in fifty names an unknown enrolment, and each has
 * 300 bytes. Post k has always the same content; {@link ProgressDatabase} counts by the same arithmetic in SQL.
 *
 * @param first the enrolment of the first post
 */
record Posts(int first, int enrolments) {

    private static final int BYTES = 300;

    /** The first number in references: so all of them have the same length, and later posts have higher references. */
    static final int FROM = 10_000_000;

    /** Scatters consecutive posts over all enrolments; it has no common divisor with their number. */
    private static final long STRIDE = 7919;

    /** The number of the nth post that is neither a repetition nor for an unknown enrolment. */
    static int accepted(int nth) {
        int post = nth / 44 * 50;
        for (int left = nth % 44; ; post++) {
            if (post % 10 != 9 && post % 50 != 3 && left-- == 0) {
                return post;
            }
        }
    }

    String institution(int post) {
        return "school-" + enrolment(original(post)) % ProgressDatabase.INSTITUTIONS;
    }

    String reference(int post) {
        return "C-" + (FROM + first) + "-" + (FROM + original(post));
    }

    String enrolmentName(int post) {
        int k = original(post);
        return (k % 50 == 3 ? "X-" : "E-") + enrolment(k);
    }

    /** A certificate that fills the body up to 300 bytes. */
    String certificate(int post) {
        return "x".repeat(BYTES - body(post, "").length());
    }

    byte[] json(int post) {
        return body(post, certificate(post)).getBytes(StandardCharsets.US_ASCII);
    }

    /** Some posts as one batch. */
    byte[] batch(int from, int size) {
        return IntStream.range(from, from + size)
                .mapToObj(post -> body(post, certificate(post)))
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String body(int post, String certificate) {
        return "{\"reference\":\"" + reference(post) + "\",\"institution\":\"" + institution(post)
                + "\",\"enrolment\":\"" + enrolmentName(post)
                + "\",\"completedOn\":\"2026-05-31\",\"score\":0.87,\"certificate\":\"" + certificate + "\"}";
    }

    private static int original(int post) {
        return post % 10 == 9 ? post - (post < 1005 ? 5 : 1005) : post;
    }

    private long enrolment(int post) {
        return (first + (long) post) * STRIDE % enrolments;
    }
}
