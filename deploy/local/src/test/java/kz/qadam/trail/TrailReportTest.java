package kz.qadam.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailReportTest {

    private final Trails trail = Trails.ofBlocks(3);

    private ListAssert<String> findings(Head... held) {
        return assertThat(
                trail.report(held).findings().stream().map(Finding::toString).toList());
    }

    @Test
    void nothing_differs_in_a_trail_that_nobody_has_touched() {
        findings(trail.head(1), trail.head(3)).isEmpty();
    }

    @Test
    void the_report_says_what_was_checked() {
        trail.add();

        assertThat(trail.report(trail.head(3)).lines())
                .containsExactly(
                        "a-service, a-0: 6 entries in blocks 1 to 3, from 2026-11-27T00:00:00Z to 2026-11-27T00:05:00Z;"
                                + " 1 entries are not chained yet",
                        "1 heads that were kept elsewhere were compared.",
                        "Nothing differs.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 6})
    void an_altered_entry_is_named_and_no_other(int number) {
        trail.entry(number).put("subject", "another");

        findings()
                .containsExactly("a-service, a-0, block %d: entry e%d of %s was altered"
                        .formatted(
                                (number + 1) / 2,
                                number,
                                trail.entry(number).path("at").asText()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void a_removed_entry_is_named(int number) {
        trail.entries().remove(number - 1);

        findings()
                .containsExactly("a-service, a-0, block %d: entry e%d is missing".formatted((number + 1) / 2, number));
    }

    @Test
    void an_entry_that_was_added_behind_the_back_of_the_chain_is_named() {
        Trails longer = Trails.ofBlocks(60);
        longer.entries().add(3, longer.entry(4).deepCopy().put("id", "e-new"));

        assertThat(longer.report().findings())
                .extracting(Finding::text)
                .containsExactly("entry e-new of 2026-11-27T00:03:00Z is in no block");
    }

    @Test
    void an_entry_that_was_added_for_an_earlier_time_is_named() {
        Trails longer = Trails.ofBlocks(60);
        longer.add().put("at", Trails.START.toString());
        longer.chain();

        assertThat(longer.report().findings())
                .extracting(Finding::text)
                .containsExactly("entry e121 of 2026-11-27T00:00:00Z was added later");
    }

    @Test
    void an_entry_of_an_unknown_instance_that_is_in_no_block_is_named() {
        Trails longer = Trails.ofBlocks(60);
        longer.entries().add(longer.entry(4).deepCopy().put("id", "e-new").put("instance", "b-0"));

        assertThat(longer.report().findings())
                .extracting(Finding::toString)
                .containsExactly("a-service, b-0, block 0: entry e-new of 2026-11-27T00:03:00Z is in no block");
    }

    @Test
    void an_entry_that_was_added_for_an_earlier_time_to_a_chain_of_its_own_is_named() {
        Trails longer = Trails.ofBlocks(60);
        longer.add("b-0").put("at", Trails.START.toString());
        longer.chainAsFirst("b-0", longer.entry(120).path("at").asText());

        assertThat(longer.report().findings())
                .extracting(Finding::toString)
                .containsExactly("a-service, b-0, block 1: entry e121 of 2026-11-27T00:00:00Z was added later");
    }

    @Test
    void a_cut_tail_is_found_against_a_head_that_another_service_holds() {
        Head head = trail.head(3);
        trail.blocks().remove(2);
        trail.entries().subList(4, 6).clear();

        findings().isEmpty();
        findings(head)
                .containsExactly(
                        "a-service, a-0, block 3: the block is missing: the trail was cut. b-service holds it as"
                                + " of 2026-11-27T00:05:00Z");
    }

    @Test
    void a_trail_that_is_gone_is_found_against_a_head() {
        Head head = trail.head(2);
        trail.blocks().clear();
        trail.entries().clear();

        findings(head).hasSize(1);
    }

    @Test
    void a_chain_that_was_written_anew_differs_from_a_head() {
        Head head = trail.head(3);
        trail.entry(2).put("subject", "another");
        trail.chainAnew();

        findings().isEmpty();
        findings(head).singleElement().asString().contains("block 3: the block has another hash");
    }

    @Test
    void a_block_that_was_removed_from_the_middle_is_missed() {
        trail.blocks().remove(1);

        findings().contains("a-service, a-0, block 3: the blocks after 1 and before it are missing");
    }

    @Test
    void blocks_that_were_removed_from_the_beginning_are_missed() {
        trail.blocks().remove(0);

        findings().contains("a-service, a-0, block 2: the blocks before it are missing");
    }

    @Test
    void an_entry_that_the_service_added_twice_is_no_difference() {
        trail.entries().add(trail.entry(6).deepCopy());
        trail.chain();

        findings().isEmpty();
    }

    @Test
    void an_altered_entry_beside_its_double_is_named() {
        trail.entries().add(trail.entry(2).deepCopy());
        trail.chain();
        trail.entry(2).put("subject", "another");

        findings().anySatisfy(finding -> assertThat(finding).contains("entry e2 of", "is there twice"));
    }
}
