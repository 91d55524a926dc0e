package kz.qadam.enrolment.learners;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.numbers.PersonalNumber;
import kz.qadam.enrolment.numbers.DocumentNumber;
import kz.qadam.enrolment.numbers.Iin;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The member {@code learner} of an item: exactly one of three ways to say who it is. No fault repeats a value. */
@Schema(
        name = "LearnerIdentity",
        description = "Who it is: exactly one of iin, document and learnerId. The number is looked up by a keyed hash,"
                + " kept encrypted, and never given out.")
public record IdentityForm(
        @Schema(
                description = "The individual identification number: twelve digits in quotes, the last a check digit.",
                pattern = "^[0-9]{12}$",
                examples = "991231100010")
        String iin,

        @Schema(description = "For people without an IIN: a passport or a birth certificate.")
        Document document,

        @Schema(description = "The surrogate that an earlier answer gave.")
        UUID learnerId) {

    /** A passport or a birth certificate. */
    @Schema(name = "IdentityDocument")
    public record Document(
            @Schema(required = true, description = "ISO 3166-1 alpha-2", examples = "UZ")
            String country,

            @Schema(
                    required = true,
                    description = "Upper and lower case, spaces, dashes and full width make no difference. Latin and"
                            + " Cyrillic letters do, and are not mixed, but for a Roman numeral before Cyrillic ones:"
                            + " write it as the document does.",
                    examples = "AA 1234567")
            String number) {}

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern FEW_DIGITS = Pattern.compile("[0-9]{1,11}");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+([.,][0-9]+)?[eE][+]?[0-9]+");

    /** Null, and noted, if it cannot be read. */
    public static Identity read(Fields item) {
        if (!item.has("learner")) {
            return item.unreadable("learner", item.isRow() ? "missing/identity" : "missing");
        }
        return item.object("learner").map(learner -> one(item, learner)).orElse(null);
    }

    private static Identity one(Fields item, Fields learner) {
        Identity iin = iin(learner);
        Identity document =
                learner.object("document").map(IdentityForm::document).orElse(null);
        UUID id = learner.uuid("learnerId");
        long given =
                Stream.of("iin", "document", "learnerId").filter(learner::has).count();
        if (given != 1) {
            return item.unreadable("learner", item.isRow() ? "one-identity/row" : "one-identity");
        }
        if (iin != null) {
            return iin;
        }
        return document != null || id == null ? document : new Identity.Surrogate(id);
    }

    private static Identity iin(Fields learner) {
        String text = learner.text("iin", 100);
        if (text == null) {
            return null;
        }
        if (!Iin.areTwelveDigits(text)) {
            return notTwelveDigits(learner, text);
        }
        if (!Iin.hasRightCheckDigit(text)) {
            learner.broken("iin", "check-digit");
            return null;
        }
        return Identity.Personal.of(new Iin(text));
    }

    private static Identity notTwelveDigits(Fields learner, String text) {
        if (learner.isRow() && FEW_DIGITS.matcher(text).matches()) {
            return learner.unreadable("iin", "iin-leading-zero");
        }
        if (learner.isRow() && SCIENTIFIC.matcher(text).matches()) {
            return learner.unreadable("iin", "iin-as-number");
        }
        return learner.unreadable("iin", "iin");
    }

    private static Identity document(Fields document) {
        document.require("country", "number");
        String country = document.text("country", 10);
        if (country != null && !COUNTRIES.contains(country.toUpperCase(Locale.ROOT))) {
            document.unreadable("country", "country");
            country = null;
        }
        String number = number(document);
        return country == null || number == null
                ? null
                : Identity.Personal.ofDocument(country.toUpperCase(Locale.ROOT), number);
    }

    /** An IIN in this place would make a second learner of its owner. */
    private static String number(Fields document) {
        String written = document.text("number", 60);
        if (written == null) {
            return null;
        }
        String number = DocumentNumber.canonical(written).orElse(null);
        if (number == null) {
            return document.unreadable("number", "document-number");
        }
        if (DocumentNumber.mixesAlphabets(number)) {
            document.broken("number", "mixed-alphabets");
            return null;
        }
        if (PersonalNumber.isIn(written) || PersonalNumber.isIn(number)) {
            document.broken("number", "looks-like-iin");
            return null;
        }
        return number;
    }
}
