package kz.qadam.reporting.release.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.qadam.reporting.release.attack.AveragingAttack.Secret;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The attack in a few scenes and six regions; {@code ./deploy/checks/disclosure/attack} runs it in full. */
@Tag("computation")
class DisclosureAttackTest {

    private static final int REGIONS = 6;
    private static final int HISTORIES = 2_000;
    private static final long SEED = 1;
    private static final List<Scene> SCENES = Scene.some(3, SEED);

    private static AttackOutcome onTheRule;

    @BeforeAll
    static void attackTheRule() {
        onTheRule = AttackOutcome.of(Publication.RULE, SCENES);
    }

    @Test
    void an_institution_that_acts_finds_nothing_but_what_is_admitted() {
        assertThat(onTheRule.outcomes())
                .allSatisfy(one -> assertThat(one.examples())
                        .as("%s: %s", one.scenario(), one.target())
                        .isEmpty());
        assertThat(onTheRule.tried()).isGreaterThan(50_000);
    }

    /** Otherwise the definition page would admit what cannot be found, or the attack would be too weak to find it. */
    @ParameterizedTest
    @EnumSource
    void what_is_admitted_can_be_found(Admitted kind) {
        assertThat(onTheRule.admitted(kind)).isPositive();
    }

    @Test
    void an_institution_that_looks_on_for_two_years_finds_nothing_but_what_is_admitted() {
        PilotResult result = PilotAttack.on(new Pilot(REGIONS, SEED));

        assertThat(result.found()).isEmpty();
        assertThat(result.few()).isGreaterThan(1_000);
        assertThat(result.published()).isPositive();
        assertThat(result.countries()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = "RULE", mode = EnumSource.Mode.EXCLUDE)
    void the_same_attack_breaks(Publication control) {
        assertThat(AttackOutcome.untilBroken(control, SCENES, AttackReport.ENOUGH)
                        .exact())
                .isGreaterThanOrEqualTo(AttackReport.ENOUGH);
    }

    @ParameterizedTest
    @EnumSource
    void the_mean_of_many_releases_is_no_better_than_guessing(Secret secret) {
        assertThat(AveragingAttack.run(Publication.RULE, secret, HISTORIES, SEED)
                        .isBetterThanGuessing())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void the_mean_of_many_releases_finds_few_people_if_the_country_is_exact(Secret secret) {
        assertThat(AveragingAttack.run(Publication.COUNTRY_OF_EXACT_PLACES, secret, HISTORIES, SEED)
                        .correlation())
                .isGreaterThan(0.5);
    }
}
