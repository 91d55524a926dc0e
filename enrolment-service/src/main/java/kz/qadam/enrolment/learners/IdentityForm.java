package kz.qadam.enrolment.learners;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.batch.InTable;
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
        @InTable(isForNumbers = true)
        String iin,

        @Schema(description = "For people without an IIN: a passport or a birth certificate.")
        Document document,

        @Schema(
                description = "The surrogate that an earlier answer gave.",
                examples = "0b9f7f0e-7f0c-4d0f-9a51-3d1f0c8f2a11")
        UUID learnerId) {

    /** A passport or a birth certificate. */
    @Schema(name = "IdentityDocument")
    public record Document(
            @Schema(description = "ISO 3166-1 alpha-2", examples = "UZ")
            @NotNull
            @Size(min = 1, max = 10)
            @InTable("documentCountry")
            String country,

            @Schema(
                    description = "Upper and lower case, spaces, dashes and full width make no difference. Latin and"
                            + " Cyrillic letters do, and are not mixed, but for a Roman numeral before Cyrillic ones:"
                            + " write it as the document does.",
                    examples = "AA 1234567")
            @NotNull
            @Size(min = 1, max = 60)
            @InTable("documentNumber")
            String number) {

        @Override
        public String toString() {
            return "Document[…]";
        }
    }

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern FEW_DIGITS = Pattern.compile("[0-9]{1,11}");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+([.,][0-9]+)?[eE][+]?[0-9]+");

    /** Whom it names; null, and noted, if that cannot be told. */
    public Identity identity(Fields item) {
        Fields learner = item.object("learner").orElseThrow();
        Identity ofIin = iin == null ? null : ofIin(learner);
        Identity ofDocument = document == null
                ? null
                : learner.object("document").map(this::ofDocument).orElse(null);
        long given =
                Stream.of("iin", "document", "learnerId").filter(learner::has).count();
        if (given != 1) {
            return item.unreadable("learner", item.isRow() ? "one-identity/row" : "one-identity");
        }
        if (learnerId != null) {
            return new Identity.Surrogate(learnerId);
        }
        return ofIin != null ? ofIin : ofDocument;
    }

    private Identity ofIin(Fields learner) {
        if (!Iin.areTwelveDigits(iin)) {
            return notTwelveDigits(learner, iin);
        }
        if (!Iin.hasRightCheckDigit(iin)) {
            learner.broken("iin", "check-digit");
            return null;
        }
        return Identity.Personal.of(new Iin(iin));
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

    private Identity ofDocument(Fields fields) {
        String country = document.country == null ? null : document.country.toUpperCase(Locale.ROOT);
        if (country != null && !COUNTRIES.contains(country)) {
            country = fields.unreadable("country", "country");
        }
        String number = document.number == null ? null : number(fields, document.number);
        return country == null || number == null ? null : Identity.Personal.ofDocument(country, number);
    }

    /** An IIN in this place would make a second learner of its owner. */
    private static String number(Fields document, String written) {
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

    /** A number does not show itself. */
    @Override
    public String toString() {
        return "IdentityForm[…]";
    }
}
