package kz.qadam.reporting.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.qadam.reporting.catalogue.InstitutionOwners.Described;
import org.junit.jupiter.api.Test;

class InstitutionOwnersTest {

    private static final String HOLDING = "060140000013";
    private static final String BRANCH = "060140000014";

    private static Map<String, String> owners(Described... institutions) {
        return InstitutionOwners.of(List.of(institutions));
    }

    @Test
    void an_institution_of_its_own_is_left_out() {
        assertThat(owners(new Described("school-1", HOLDING, null), new Described("school-2", null, null)))
                .isEmpty();
    }

    @Test
    void institutions_with_one_owner_are_one() {
        assertThat(owners(new Described("school-2", null, HOLDING), new Described("school-1", BRANCH, HOLDING)))
                .isEqualTo(Map.of("school-2", "school-1"));
    }

    @Test
    void an_institution_is_one_with_its_owner() {
        assertThat(owners(new Described("branch", null, HOLDING), new Described("holding", HOLDING, null)))
                .isEqualTo(Map.of("holding", "branch"));
    }

    @Test
    void institutions_with_one_number_are_one() {
        assertThat(owners(new Described("a", HOLDING, null), new Described("b", HOLDING, null)))
                .isEqualTo(Map.of("b", "a"));
    }

    @Test
    void an_owner_may_have_an_owner() {
        assertThat(owners(
                        new Described("a", null, BRANCH),
                        new Described("b", BRANCH, HOLDING),
                        new Described("c", HOLDING, null),
                        new Described("d", null, null)))
                .isEqualTo(Map.of("b", "a", "c", "a"));
    }
}
