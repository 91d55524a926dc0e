package kz.qadam.chassis.submissions.profiles.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Columns.Column;
import kz.qadam.chassis.submissions.profiles.ProfileKind;
import kz.qadam.chassis.submissions.profiles.Spelling;
import kz.qadam.chassis.submissions.profiles.guess.Spellings;
import kz.qadam.chassis.submissions.submission.SubmissionKind;

/**
 * A kind of table for which people save profiles on a page.
 *
 * @param name the first segment of the address of its page, and of its message keys
 * @param upload the path of the page that sends such tables
 * @param meanings what the message keys of the meanings of columns begin with
 * @param codes for columns with codes: what each is called
 */
public record ProfiledTableKind(
        String name,
        String upload,
        String meanings,
        ProfileKind kind,
        SubmissionKind<?, ?, ?> rows,
        Spellings spellings,
        Function<Language, Map<String, Map<String, String>>> codes) {

    /** Follows from who sends the table. */
    private static final String SENDER = "institution";

    Columns columns() {
        return kind.columns();
    }

    /** The columns that a profile may make. */
    List<Column> made() {
        return Stream.concat(columns().all().stream(), columns().carried().stream())
                .filter(column -> !column.name().equals(SENDER))
                .toList();
    }

    /** What a column is called. */
    String nameOf(String column, Language language) {
        return Message.of(name + ".column." + column).in(language);
    }

    /** The code that a text means, for columns with codes: by the code, or by what it is called in any language. */
    Map<String, Map<String, String>> texts() {
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            codes.apply(language)
                    .forEach((column, names) -> names.forEach((code, name) -> {
                        Map<String, String> ofColumn = texts.computeIfAbsent(column, any -> new LinkedHashMap<>());
                        ofColumn.put(Spelling.folded(name), code);
                        ofColumn.put(Spelling.folded(code), code);
                    }));
        }
        return texts;
    }

    static String hyphenated(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
