package kz.qadam.enrolment.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import kz.qadam.chassis.desk.DeskContext;

/**
 * What the list of entries shows.
 *
 * @param find what was looked for; empty: all
 * @param last the code after which there are more; null if there are none
 */
record CatalogueEntriesPageView(
        DeskContext context, CatalogueEntryPageKind<?> words, List<Item> items, String find, String last) {

    static final int SHOWN = 50;

    /** @param values those of its chosen fields, in words, by field */
    record Item(String code, String name, Map<String, String> values) {}

    /** @param found one more than are shown, if there are more */
    static <V> CatalogueEntriesPageView of(
            DeskContext context,
            CatalogueEntryPageKind<V> words,
            List<V> found,
            String find,
            Function<V, Map<String, String>> values) {
        Map<String, Map<String, String>> choices = words.choices(context);
        List<Item> items = found.stream()
                .limit(SHOWN)
                .map(values)
                .map(one -> new Item(
                        one.get(CatalogueEntryForm.CODE),
                        one.get(words.nameField() + "." + context.language().tag()),
                        said(choices, one)))
                .toList();
        String last = found.size() > SHOWN ? items.get(SHOWN - 1).code() : null;
        return new CatalogueEntriesPageView(context, words, items, Objects.requireNonNullElse(find, ""), last);
    }

    private static Map<String, String> said(Map<String, Map<String, String>> choices, Map<String, String> values) {
        Map<String, String> said = new LinkedHashMap<>();
        choices.forEach((field, words) -> said.put(field, words.getOrDefault(values.get(field), "")));
        return said;
    }

    /** The names of the fields whose values the list shows. */
    public List<String> columns() {
        return List.copyOf(words.choices(context).keySet());
    }

    public String address(Item one) {
        return context.page(words.path() + "/" + one.code());
    }

    public String create() {
        return context.page(words.path() + "/new");
    }

    public String table() {
        return context.page(words.table());
    }

    /** Null on the last page. */
    public String next() {
        return last == null ? null : context.page(words.path()) + parameter("find", find) + parameter("after", last);
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
