package kz.qadam.chassis.submissions.imports;

import java.util.EnumMap;
import java.util.Map;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.table.Row;

/**
 * A row that was not kept, as it was sent.
 *
 * @param error the reason in each language, since the reader's language is not known yet
 */
record BadRow(Row row, String status, Map<Language, String> error) {

    static BadRow of(Row row, String status, Problem problem) {
        Map<Language, String> error = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            error.put(language, ProblemBody.sentence(problem, language));
        }
        return new BadRow(row, status, error);
    }
}
