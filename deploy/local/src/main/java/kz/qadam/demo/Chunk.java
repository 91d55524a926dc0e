package kz.qadam.demo;

import java.util.ArrayList;
import java.util.List;

/** So many enrolments, and their completions. */
record Chunk(List<Enrolment> enrolments, List<Completion> completions) {

    /** All of a history, in its order. */
    static List<Chunk> of(History history, int size) {
        List<Chunk> chunks = new ArrayList<>();
        List<Enrolment> enrolments = history.enrolments();
        int from = 0;
        for (int i = 0; i < enrolments.size(); i += size) {
            var some = enrolments.subList(i, Math.min(enrolments.size(), i + size));
            int to = from;
            while (to < history.completions().size()
                    && history.completions().get(to).enrolment().number()
                            <= some.get(some.size() - 1).number()) {
                to++;
            }
            chunks.add(new Chunk(some, history.completions().subList(from, to)));
            from = to;
        }
        return chunks;
    }

    String name() {
        return "from " + enrolments.get(0).reference();
    }
}
