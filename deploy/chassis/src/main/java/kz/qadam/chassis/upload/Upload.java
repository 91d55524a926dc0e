package kz.qadam.chassis.upload;

import java.util.List;

/**
 * What is sent from a page, and where to.
 *
 * @param name first segment of the page's address, and of the keys of its sentences
 * @param imports where files go, such as {@code /v1/thing-imports}
 * @param batch where those that are small enough can be checked, such as {@code /v1/things/batch}
 * @param template where an empty file is, but for {@code .csv} or {@code .xlsx}
 * @param verdicts what can become of a row, in the order in which it is told
 * @param columns those that a table may have
 */
public record Upload(
        String name, String imports, String batch, String template, List<String> verdicts, List<String> columns) {}
