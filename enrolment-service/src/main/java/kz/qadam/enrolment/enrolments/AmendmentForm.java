package kz.qadam.enrolment.enrolments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.table.Columns;

/**
 * A form of the page of an enrolment. Its fields have the names of the members that programs send.
 *
 * @param path where it is, below the page of the enrolment
 * @param members of the submission
 */
record AmendmentForm(String path, List<String> members) {

    static final AmendmentForm CORRECTION = of("", CorrectionPost.READER.columns());
    static final AmendmentForm WITHDRAWAL = of("/withdrawal", EnrolmentWithdrawalPost.READER.columns());

    private static final String VERSION = "version";

    /** What the page knows by itself. */
    private static final Set<String> KNOWN = Set.of("institution", "enrolment", VERSION);

    private static AmendmentForm of(String path, Columns columns) {
        return new AmendmentForm(path, List.copyOf(columns.names()));
    }

    /** The names of what people fill in. */
    List<String> fields() {
        return members.stream().filter(name -> !KNOWN.contains(name)).toList();
    }

    /** The filled-in form as the submission of programs. */
    ItemFields submission(DeskForm form, EnrolmentView enrolment, String version) {
        ObjectNode body = form.body()
                .put("institution", enrolment.institution())
                .put("enrolment", enrolment.id().toString());
        return ItemFields.ofForm(members.contains(VERSION) ? body.put(VERSION, version) : body);
    }
}
