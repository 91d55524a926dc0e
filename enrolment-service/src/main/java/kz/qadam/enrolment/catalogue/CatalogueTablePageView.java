package kz.qadam.enrolment.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.submissions.submission.BatchAnswer;

/**
 * What the page of a table shows.
 *
 * @param columns the names of the columns
 * @param table the table as it was sent
 * @param refused why nothing of the table can be read; null if something can
 * @param shown what the table would do or has done; null without a table
 */
record CatalogueTablePageView(DeskContext context, String columns, String table, String refused, Shown shown) {

    private static final int MOST_LINES = 200;

    /**
     * What a table would do, or has done.
     *
     * @param state {@code would-do}, {@code done}, or {@code would-do-other}: something else than was confirmed
     * @param digest confirms it
     * @param isCut whether more is created, replaced or rejected than is listed
     */
    record Shown(
            String state,
            Map<String, Integer> counts,
            List<String> created,
            List<Replaced> replaced,
            List<Rejected> rejected,
            boolean isCut,
            String digest) {

        /** Whether there is something to confirm. */
        public boolean hasAnythingToConfirm() {
            return !state.equals("done") && counts.get("created") + counts.get("replaced") > 0;
        }
    }

    /** A member that gets another value. */
    record Replaced(String code, String member, String from, String to) {}

    /** A row that is not kept. */
    record Rejected(Integer line, String code, String why) {}

    static CatalogueTablePageView empty(DeskContext context, String columns) {
        return new CatalogueTablePageView(context, columns, "", null, null);
    }

    CatalogueTablePageView filled(String all) {
        return new CatalogueTablePageView(context, columns, all, null, null);
    }

    CatalogueTablePageView refused(String sent, String why) {
        return new CatalogueTablePageView(context, columns, sent, why, null);
    }

    /**
     * Shows what became of a table.
     *
     * @param isConfirmed whether somebody wanted to keep it
     * @param members the members of an entry, also nested ones
     */
    <V> CatalogueTablePageView shows(
            String sent,
            CatalogueEntryImport.Done<V> done,
            boolean isConfirmed,
            String digest,
            Function<V, Map<String, Object>> members) {
        List<Replaced> replaced = done.effect().replaced().stream()
                .flatMap(one -> differences(flat(members.apply(one.from())), flat(members.apply(one.to()))))
                .toList();
        List<String> created = done.effect().created().stream()
                .map(one -> line(flat(members.apply(one))))
                .toList();
        List<Rejected> rejected = done.answer().results().stream()
                .filter(one -> one.problem() != null)
                .map(one ->
                        new Rejected(one.line(), one.reference(), one.problem().sentence()))
                .toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("created", created.size());
        counts.put("replaced", done.effect().replaced().size());
        counts.put("same", same(done.answer()));
        counts.put("rejected", rejected.size());
        String state = done.isKept() ? "done" : isConfirmed ? "would-do-other" : "would-do";
        boolean isCut = Stream.of(created, replaced, rejected).anyMatch(list -> list.size() > MOST_LINES);
        var shown = new Shown(state, counts, first(created), first(replaced), first(rejected), isCut, digest);
        return new CatalogueTablePageView(context, columns, done.isKept() ? "" : sent, null, shown);
    }

    private static int same(BatchAnswer answer) {
        return (int) answer.results().stream()
                .filter(one -> one.status().equals("duplicate"))
                .count();
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(all.size(), MOST_LINES));
    }

    private static Stream<Replaced> differences(Map<String, String> from, Map<String, String> to) {
        String code = to.get("code");
        List<Replaced> differences = new ArrayList<>();
        var all = new TreeMap<>(from);
        all.putAll(to);
        all.keySet().stream()
                .filter(member -> !Objects.equals(from.get(member), to.get(member)))
                .forEach(member -> differences.add(new Replaced(code, member, from.get(member), to.get(member))));
        return differences.stream();
    }

    /** The code, and what has the language of the page. */
    private String line(Map<String, String> members) {
        String name = members.entrySet().stream()
                .filter(one -> one.getKey().endsWith("." + context.language().tag()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        return members.get("code") + " – " + name;
    }

    private static Map<String, String> flat(Map<String, Object> members) {
        Map<String, String> flat = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value instanceof Map<?, ?> nested) {
                nested.forEach((inner, one) -> flat.put(name + "." + inner, Objects.toString(one, "")));
            } else {
                flat.put(name, Objects.toString(value, ""));
            }
        });
        return flat;
    }

    public String say(String key) {
        return context.tell(Message.of("entry-table." + key));
    }

    /** Where its form is sent. */
    public String action() {
        return context.page(context.path() + "/batch");
    }

    /** The same page, with all that there is. */
    public String all() {
        return context.page(context.path()) + "&filled=true";
    }
}
