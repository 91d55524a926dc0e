package kz.qadam.chassis.base.personal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** Shapes of references that learning platforms, student registers and printers of certificates make. */
@SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
enum ReferenceShape {
    TERM_COURSE_STUDENT(by -> "2026-%d-%s-%s".formatted(1 + by.nextInt(9), digits(by, 4), digits(by, 6))),
    TERM_COURSE_STUDENT_WITH_BLANKS(by -> "2026 %d %s %s".formatted(1 + by.nextInt(3), digits(by, 4), digits(by, 6))),
    TERM_COURSE_STUDENT_WITH_POINTS(by -> "2026.%d.%s.%s".formatted(1 + by.nextInt(9), digits(by, 4), digits(by, 6))),
    SEVEN_DIGITS(by -> digits(by, 7)),
    TEN_DIGITS(by -> digits(by, 10)),
    ELEVEN_DIGITS(by -> digits(by, 11)),
    TWELVE_DIGITS(by -> digits(by, 12)),
    DAY_AND_SIX_DIGITS(by -> day(by, "yyMMdd") + digits(by, 6)),
    DAY_AND_TIME(by -> day(by, "yyMMdd") + "%02d%02d%02d".formatted(by.nextInt(24), by.nextInt(60), by.nextInt(60))),
    DAY_HYPHEN_SIX_DIGITS(by -> day(by, "yyMMdd") + "-" + digits(by, 6)),
    YEAR_AND_EIGHT_DIGITS(by -> "2026" + digits(by, 8)),
    THIRTEEN_DIGITS_OF_A_BARCODE(by -> digits(by, 13)),
    MILLISECONDS(by -> String.valueOf(1_780_000_000_000L + by.nextInt())),
    LONG_DAY_AND_TIME(by -> day(by, "yyyyMMdd") + digits(by, 6)),
    NINETEEN_DIGITS(by -> "1" + digits(by, 18)),
    SIXTEEN_DIGITS_IN_FOURS(by -> "%s %s %s %s".formatted(digits(by, 4), digits(by, 4), digits(by, 4), digits(by, 4))),
    THREE_THREE_FOUR(by -> "%s-%s-%s".formatted(digits(by, 3), digits(by, 3), digits(by, 4))),
    SERIES_AND_NUMBER(by -> digits(by, 4) + " " + digits(by, 6)),
    SERIES_OF_LETTERS(by -> "ЖБ-Б № " + digits(by, 7)),
    GRADE_SCHOOL_PUPIL(by -> "%d-%03d-%s".formatted(1 + by.nextInt(11), 1 + by.nextInt(300), digits(by, 7))),
    SCHOOL_CLASS_PUPIL(by -> "%03d/%d%s/%s"
            .formatted(1 + by.nextInt(900), 1 + by.nextInt(11), "АБВГ".charAt(by.nextInt(4)), digits(by, 5))),
    REGION_YEAR_NUMBER(by -> "KZ-%d/2026/%s".formatted(10 + by.nextInt(70), digits(by, 6))),
    COURSE_RUN_STUDENT(by -> "AI-%s/36/%s".formatted(digits(by, 3), digits(by, 6))),
    COURSE_HYPHEN_NUMBER(by -> "%s-%s".formatted(digits(by, 4), digits(by, 7))),
    COURSE_ATTEMPT(by -> "%d-%d-%s".formatted(1 + by.nextInt(400), 1 + by.nextInt(9), digits(by, 8))),
    EDX_COURSE_KEY(
            by -> "course-v1:Academy+AI%s+2026_T%d/%s".formatted(digits(by, 3), 1 + by.nextInt(3), digits(by, 7))),
    EDX_CERTIFICATE(by -> new UUID(by.nextLong(), by.nextLong()).toString().replace("-", "")),
    RANDOM_UUID(by -> new UUID(by.nextLong(), by.nextLong()).toString()),
    UDEMY_CERTIFICATE(by -> "UC-" + new UUID(by.nextLong(), by.nextLong())),
    COURSERA_CERTIFICATE(by -> of(by, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 12)),
    MOODLE_CERTIFICATE(by -> of(by, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 10)),
    MOODLE_CODE_WITH_INITIALS(by -> digits(by, 10) + of(by, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 2)),
    ULID(by -> of(by, "0123456789ABCDEFGHJKMNPQRSTVWXYZ", 26)),
    NANOID(by -> of(by, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", 21)),
    THREE_GROUPS_OF_FOUR(by -> "%1$s-%2$s-%3$s".formatted(four(by), four(by), four(by))),
    EIGHT_HEXADECIMAL(by -> "%08x".formatted(by.nextInt())),
    ORDER_OF_A_DAY(by -> "№ %s от %s".formatted(digits(by, 6), day(by, "dd.MM.yyyy")));

    private final Function<Random, String> next;

    ReferenceShape(Function<Random, String> next) {
        this.next = next;
    }

    /** The greatest share that may pass the test of identification numbers by chance. */
    double mostTakenForPeople() {
        return switch (this) {
            case TWELVE_DIGITS -> 0.01;
            case DAY_AND_SIX_DIGITS, DAY_AND_TIME, DAY_HYPHEN_SIX_DIGITS -> 0.12;
            default -> 0;
        };
    }

    String next(Random by) {
        return next.apply(by);
    }

    private static String digits(Random by, int length) {
        return of(by, "0123456789", length);
    }

    private static String four(Random by) {
        return of(by, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 4);
    }

    private static String of(Random by, String characters, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(by.nextInt(characters.length())));
        }
        return text.toString();
    }

    private static String day(Random by, String pattern) {
        return LocalDate.of(2026, 1, 1)
                .plusDays(by.nextInt(365))
                .format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }
}
