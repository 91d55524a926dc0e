package kz.qadam.enrolment.enrolments;

/** What a post about one enrolment is answered with: the enrolment, or what would become of it. */
sealed interface EnrolmentAnswer permits EnrolmentView, EnrolmentPreview {}
