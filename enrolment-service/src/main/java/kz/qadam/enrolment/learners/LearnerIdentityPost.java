package kz.qadam.enrolment.learners;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import kz.qadam.chassis.http.batch.InColumn;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.SelfChecking;
import kz.qadam.enrolment.numbers.IdentityDocumentNumber;
import kz.qadam.enrolment.numbers.Iin;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The member {@code learner} of an item: exactly one of three ways to name a person. No fault contains a value. */
@Schema(
        name = "LearnerIdentity",
        description = "The learner, by exactly one of iin, document and learnerId. A number is looked up by a keyed"
                + " hash and kept encrypted; no answer contains it.")
public record LearnerIdentityPost(
        @Schema(
                description = "The individual identification number: twelve digits in quotes, the last a check digit.",
                pattern = "^[0-9]{12}$",
                examples = "991231100010")
        @InColumn(isForNumbers = true)
        String iin,

        @Schema(description = "For people without an IIN: a passport or a birth certificate.")
        Document document,

        @Schema(
                description = "The learnerId of an earlier answer about an enrolment of the same institution.",
                examples = "0b9f7f0e-7f0c-4d0f-9a51-3d1f0c8f2a11")
        UUID learnerId)
        implements SelfChecking {

    /** A passport or a birth certificate. */
    @Schema(name = "IdentityDocument")
    public record Document(
            @Schema(description = "ISO 3166-1 alpha-2", examples = "UZ")
            @NotNull
            @Size(min = 1, max = 10)
            @InColumn("documentCountry")
            String country,

            @Schema(
                    description = "Case, spaces, dashes and full-width forms make no difference. Latin and Cyrillic"
                            + " letters are different letters and must not be mixed, except for a Roman numeral before"
                            + " Cyrillic letters. Write the number as in the document.",
                    examples = "AA 1234567")
            @NotNull
            @Size(min = 1, max = 60)
            @InColumn("documentNumber")
            String number)
            implements SelfChecking {

        @Override
        public void check(ItemFields document) {
            if (country != null && !isCountry()) {
                document.unreadable("country", "country");
            }
            String fault = number == null ? null : numberFault();
            if (fault != null && fault.equals("document-number")) {
                document.unreadable("number", fault);
            } else if (fault != null) {
                document.broken("number", fault);
            }
        }

        private boolean isCountry() {
            return COUNTRIES.contains(country.toUpperCase(Locale.ROOT));
        }

        /** An IIN is rejected here: it would create a second learner for its owner. */
        private String numberFault() {
            String canonical = IdentityDocumentNumber.canonical(number).orElse(null);
            if (canonical == null) {
                return "document-number";
            }
            if (IdentityDocumentNumber.mixesAlphabets(canonical)) {
                return "mixed-alphabets";
            }
            return PersonalNumber.isIn(number) || PersonalNumber.isIn(canonical) ? "looks-like-iin" : null;
        }

        private Identity identity() {
            return country == null || number == null || !isCountry() || numberFault() != null
                    ? null
                    : Identity.Personal.ofDocument(
                            country.toUpperCase(Locale.ROOT),
                            IdentityDocumentNumber.canonical(number).orElseThrow());
        }

        @Override
        public String toString() {
            return "Document[…]";
        }
    }

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern FEW_DIGITS = Pattern.compile("[0-9]{1,11}");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+([.,][0-9]+)?[eE][+]?[0-9]+");

    @Override
    public void check(ItemFields learner) {
        if (iin != null) {
            checkIin(learner);
        }
        long given =
                Stream.of("iin", "document", "learnerId").filter(learner::has).count();
        if (given != 1) {
            learner.unreadableAsWhole(learner.isRow() ? "one-identity/row" : "one-identity");
        }
    }

    private void checkIin(ItemFields learner) {
        if (Iin.areTwelveDigits(iin)) {
            if (!Iin.hasRightCheckDigit(iin)) {
                learner.broken("iin", "check-digit");
            }
        } else if (learner.isRow() && FEW_DIGITS.matcher(iin).matches()) {
            learner.unreadable("iin", "iin-leading-zero");
        } else if (learner.isRow() && SCIENTIFIC.matcher(iin).matches()) {
            learner.unreadable("iin", "iin-as-number");
        } else {
            learner.unreadable("iin", "iin");
        }
    }

    /** The named person or learner; null if the member has faults. */
    public Identity identity() {
        if (Stream.of(iin, document, learnerId).filter(Objects::nonNull).count() != 1) {
            return null;
        }
        if (learnerId != null) {
            return new Identity.Surrogate(learnerId);
        }
        if (document != null) {
            return document.identity();
        }
        return Iin.areTwelveDigits(iin) && Iin.hasRightCheckDigit(iin) ? Identity.Personal.of(new Iin(iin)) : null;
    }

    /** Hides the number. */
    @Override
    public String toString() {
        return "LearnerIdentityPost[…]";
    }
}
