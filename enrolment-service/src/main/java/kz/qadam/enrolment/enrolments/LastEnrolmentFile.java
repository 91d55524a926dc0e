package kz.qadam.enrolment.enrolments;

import jakarta.inject.Singleton;
import kz.qadam.chassis.submissions.imports.Imports;
import kz.qadam.chassis.submissions.imports.LastFile;

/** When an institution has sent a file of enrolments last. */
@Singleton
class LastEnrolmentFile extends LastFile {

    LastEnrolmentFile(Imports imports, NewEnrolments enrolments) {
        super(imports, enrolments, EnrolmentUploadPage.PATH);
    }
}
