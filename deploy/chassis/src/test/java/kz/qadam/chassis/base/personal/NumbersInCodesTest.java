package kz.qadam.chassis.base.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Of codes, only those are refused in which a telephone number is written as one. */
class NumbersInCodesTest {

    private static final int MANY = 1_000;

    /** The codes of Kazakhstan's mobile networks. */
    private static final List<String> NETWORKS =
            List.of("700", "701", "702", "705", "706", "707", "708", "747", "771", "775", "776", "777", "778");

    /** The ways in which people write a mobile number; 701 is for the code of any network. */
    private static final List<String> WAYS = List.of(
            "+77012345678",
            "+7 701 234 56 78",
            "+7 701 234 5678",
            "+7 701 2345678",
            "+7 (701) 234-56-78",
            "+7 (701) 2345678",
            "+7(701)2345678",
            "+7-701-234-56-78",
            "+7.701.234.56.78",
            "tel:+77012345678",
            "E-12/+77012345678",
            "E+77012345678",
            "8 (701) 234-56-78",
            "8 (701) 234 56 78",
            "8 (701) 2345678",
            "8(701)234-56-78",
            "8(701)2345678",
            "8-(701)-234-56-78",
            "8 701 234 56 78",
            "8 701 234-56-78",
            "8 701 234 5678",
            "8 701 2345678",
            "8 7012345678",
            "8-701-234-56-78",
            "8-701-234-5678",
            "8-701-2345678",
            "8.701.234.56.78",
            "8_701_234_56_78",
            "8701 234 56 78",
            "8701 2345678",
            "8701-234-56-78",
            "7 (701) 234-56-78",
            "7 701 234 56 78",
            "7-701-234-56-78",
            "(701) 234-56-78",
            "(701) 2345678",
            "701 234 56 78",
            "701 234 5678",
            "701 2345678",
            "701-234-56-78",
            "701.234.56.78",
            "тел. 87012345678",
            "Тел: 77012345678",
            "моб.87012345678",
            "ұялы 87012345678",
            "WhatsApp 87012345678",
            "E-12 8 701 234 56 78",
            "8\u00A0701\u00A0234\u00A056\u00A078",
            "8\u202F(701)\u202F234\u201156\u201178",
            "8\u2013701\u2013234\u201356\u201378",
            "+7\u00A0701\u00A0234\u00A056\u00A078",
            "８ ７０１ ２３４ ５６ ７８",
            "＋７７０１２３４５６７８",
            "８（７０１）２３４５６７８");

    static Stream<String> waysToWriteMobileNumbers() {
        return WAYS.stream();
    }

    @ParameterizedTest
    @MethodSource("waysToWriteMobileNumbers")
    void a_mobile_number_that_is_written_as_one_is_refused_as_a_code(String way) {
        assertThat(NETWORKS.stream()
                        .map(network -> way.replace("701", network).replace("７０１", wide(network)))
                        .filter(written -> !PersonalText.isInCode(written) || !PersonalText.isIn(written)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_references_of_platforms_and_registers_are_accepted(ReferenceShape shape) {
        assertThat(many(shape).filter(PersonalText::isInCode)).isEmpty();
    }

    /** One of twelve digits that passes the test of identification numbers could be the number of a person. */
    @ParameterizedTest
    @EnumSource
    void a_reference_of_twelve_digits_is_taken_for_a_person_as_often_as_is_said(ReferenceShape shape) {
        long refused = many(shape).filter(PersonalNumber::isIn).count();

        System.out.printf("%-32s %3d of %d are taken for identification numbers%n", shape, refused, MANY);
        assertThat(refused).isLessThanOrEqualTo(Math.round(MANY * shape.mostTakenForPeople()));
    }

    @ParameterizedTest
    @EnumSource
    void a_reference_that_is_taken_for_a_person_is_accepted_with_a_letter_before_its_last_six_digits(
            ReferenceShape shape) {
        assertThat(many(shape)
                        .filter(PersonalNumber::isIn)
                        .map(code -> code.replaceFirst("(?=[0-9]{6}$)", "A"))
                        .filter(code -> PersonalNumber.isIn(code) || PersonalText.isInCode(code)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_names_a_person_as_a_code_does_so_as_a_text(ReferenceShape shape) {
        assertThat(many(shape).filter(code -> PersonalText.isInCode(code) && !PersonalText.isIn(code)))
                .isEmpty();
    }

    private static Stream<String> many(ReferenceShape shape) {
        var random = new Random(2026);
        return Stream.generate(() -> shape.next(random)).limit(MANY);
    }

    private static String wide(String digits) {
        return digits.chars()
                .collect(StringBuilder::new, (text, c) -> text.append((char) (c - '0' + '０')), StringBuilder::append)
                .toString();
    }
}
