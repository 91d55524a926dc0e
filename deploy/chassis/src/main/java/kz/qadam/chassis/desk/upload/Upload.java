package kz.qadam.chassis.desk.upload;

import java.util.List;
import kz.qadam.chassis.http.table.Template;

/**
 * What an upload page sends, and where.
 *
 * @param name the first segment of the page's address and of its message keys
 * @param imports the path for files, such as {@code /v1/thing-imports}
 * @param batch the path where small files can be checked, such as {@code /v1/things/batch}
 * @param profiles the path of saved profiles by which tables of other systems are read
 * @param table the template that people fill in
 * @param template the path of the template, without {@code .csv} or {@code .xlsx}
 * @param verdicts the possible verdicts on a row, in the order of their display
 */
public record Upload(
        String name,
        String imports,
        String batch,
        String profiles,
        Template table,
        String template,
        List<String> verdicts) {}
