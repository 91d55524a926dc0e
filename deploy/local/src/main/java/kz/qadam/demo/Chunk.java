package kz.qadam.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A number of enrolments with their completions. */
record Chunk(List<Enrolment> enrolments, List<Completion> completions) {

    /** Divides a history into chunks, one institution after the other, as institutions would send them. */
    static List<Chunk> of(History history, int size) {
        List<Enrolment> enrolments = history.enrolments().stream()
                .sorted(Comparator.comparing(
                        (Enrolment one) -> one.institution().code()))
                .toList();
        Map<Integer, List<Completion>> completions = history.completions().stream()
                .collect(Collectors.groupingBy(one -> one.enrolment().number()));
        List<Chunk> chunks = new ArrayList<>();
        for (int from = 0; from < enrolments.size(); from += size) {
            var some = enrolments.subList(from, Math.min(enrolments.size(), from + size));
            chunks.add(new Chunk(
                    some,
                    some.stream()
                            .flatMap(one -> completions.getOrDefault(one.number(), List.of()).stream())
                            .toList()));
        }
        return chunks;
    }

    String name() {
        return "from " + enrolments.get(0).reference();
    }
}
