package kz.qadam.demo;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The CSV form of one kind of submission.
 *
 * @param name of the kind, as in {@code /v1/enrolments/batch}
 */
record Sheet<T>(String name, String header, Function<T, String> row) {

    static final Sheet<Enrolment> ENROLMENTS = new Sheet<>(
            "enrolments",
            "reference,institution,course,cohort,iin,enrolledOn",
            enrolment -> String.join(
                    ",",
                    enrolment.reference(),
                    enrolment.institution().code(),
                    enrolment.course().code(),
                    enrolment.cohort().code(),
                    enrolment.person().iin(),
                    enrolment.enrolledOn().toString()));

    static final Sheet<Completion> COMPLETIONS = new Sheet<>(
            "completions",
            "reference,institution,enrolment,completedOn,score",
            completion -> String.join(
                    ",",
                    completion.reference(),
                    completion.enrolment().institution().code(),
                    completion.enrolment().reference(),
                    completion.completedOn().toString(),
                    String.format(Locale.ROOT, "%.2f", completion.percent() / 100.0)));

    static final Sheet<Amendment.Withdrawal> WITHDRAWALS = new Sheet<>(
            "withdrawals",
            "institution,enrolment,on,reason",
            withdrawal -> of(withdrawal.enrolment()) + "," + withdrawal.on() + ",Moved away");

    static final Sheet<Amendment.OtherRegion> OTHER_REGIONS = new Sheet<>(
            "enrolment-corrections",
            "institution,enrolment,region,reason",
            other -> of(other.enrolment()) + "," + other.region().code() + ",Lives in another region");

    static final Sheet<Amendment.OtherCourse> OTHER_COURSES = new Sheet<>(
            "enrolment-corrections",
            "institution,enrolment,course,reason",
            other -> of(other.enrolment()) + "," + other.course().code() + ",Entered in the wrong row");

    static final Sheet<Amendment.OtherDay> OTHER_DAYS = new Sheet<>(
            "corrections",
            "institution,completion,completedOn,reason",
            other -> of(other.completion()) + "," + other.completedOn() + ",Day and month changed places");

    static final Sheet<Amendment.Revocation> REVOCATIONS = new Sheet<>(
            "revocations",
            "institution,completion,reason",
            revocation -> of(revocation.completion()) + ",Entered for the wrong person");

    String path() {
        return "/v1/" + name + "/batch";
    }

    String csv(List<T> things) {
        return things.stream().map(row).collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    private static String of(Enrolment enrolment) {
        return enrolment.institution().code() + "," + enrolment.reference();
    }

    private static String of(Completion completion) {
        return completion.enrolment().institution().code() + "," + completion.reference();
    }
}
