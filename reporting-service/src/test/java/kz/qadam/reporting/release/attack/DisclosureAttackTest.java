package kz.qadam.reporting.release.attack;

import static org.assertj.core.api.Assertions.assertThat;

import kz.qadam.reporting.release.attack.AveragingAttack.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The attack with six regions; {@code ./deploy/disclosure/attack} runs it in full. */
class DisclosureAttackTest {

    private static final int REGIONS = 6;
    private static final int HISTORIES = 2_000;
    private static final long SEED = 1;

    @Test
    void nobody_finds_few_people_in_what_is_published() {
        AttackOutcome outcome = AttackOutcome.of(Publication.VERSION_2, REGIONS, 1, SEED);

        assertThat(outcome.found()).isEmpty();
        assertThat(outcome.targets()).isGreaterThan(5_000);
    }

    /** The second draft is broken by the command only, since that takes most of a minute. */
    @ParameterizedTest
    @EnumSource(
            names = {"VERSION_2", "LEFT_OUT_FOR_EACH"},
            mode = EnumSource.Mode.EXCLUDE)
    void the_same_attack_breaks(Publication control) {
        assertThat(AttackOutcome.of(control, REGIONS, 1, SEED).found()).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void the_mean_of_many_releases_is_no_better_than_guessing(Secret secret) {
        assertThat(AveragingAttack.run(Publication.VERSION_2, secret, HISTORIES, SEED)
                        .isBetterThanGuessing())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void the_mean_of_many_releases_finds_few_people_if_the_country_is_exact(Secret secret) {
        assertThat(AveragingAttack.run(Publication.COUNTRY_OF_EXACT_REGIONS, secret, HISTORIES, SEED)
                        .correlation())
                .isGreaterThan(0.5);
    }
}
