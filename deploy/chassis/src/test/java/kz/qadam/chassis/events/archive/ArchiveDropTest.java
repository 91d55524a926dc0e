package kz.qadam.chassis.events.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Old months of the trail leave the database when a copy of them is confirmed, and not before. */
class ArchiveDropTest {

    private static final String CONFIRM = """
            select archive_confirm(stream, epoch, number, encode(sha256(convert_to(manifest, 'UTF8')), 'hex'))
              from archive_segment where number = %d
            """;

    @RegisterExtension
    static final ToyTrail TRAIL = new ToyTrail();

    private UUID old;
    private UUID young;

    @BeforeEach
    void seal_an_entry_of_fourteen_months_ago_and_one_of_today() {
        TRAIL.asOwner("select prepare_trail(now() - interval '14 months')");
        old = TRAIL.add();
        TRAIL.asOwner("update trail set at = at - interval '14 months'");
        TRAIL.sealAll();
        TRAIL.asOwner("update archive_segment set sealed_at = sealed_at - interval '14 months'");
        young = TRAIL.add();
        TRAIL.sealAll();
    }

    private static void drop(int months) {
        TRAIL.asOwner("select archive_drop(%d)".formatted(months));
    }

    private static boolean isDropped(int segment) {
        return TRAIL.segments().isDropped(ArchiveStream.TRAIL, TRAIL.sealed().get(segment));
    }

    @Test
    void a_month_of_which_nobody_has_confirmed_a_copy_stays() {
        assertThatThrownBy(() -> drop(12))
                .hasMessageContaining("stays: nobody has confirmed a copy of all its entries");
        assertThat(TRAIL.altered()).isEmpty();
    }

    @Test
    void a_confirmed_month_leaves_and_what_is_left_is_made_again_as_it_was_sealed() {
        TRAIL.asOwner(CONFIRM.formatted(2));

        drop(12);

        assertThat(isDropped(0)).isTrue();
        assertThat(isDropped(1)).isFalse();
        assertThat(TRAIL.altered()).containsExactly(1L);
        assertThat(TRAIL.sealedIds()).containsExactly(old, young);
        TRAIL.sealAll();
        assertThat(TRAIL.lines(TRAIL.sealed().get(2)))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("\"action\":\"drop a month\"", " 1/1\""));
    }

    @Test
    void a_month_that_was_sealed_within_a_year_stays() {
        TRAIL.asOwner("update archive_segment set sealed_at = now()");
        TRAIL.asOwner(CONFIRM.formatted(2));

        drop(12);

        assertThat(isDropped(0)).isFalse();
    }

    @Test
    void the_service_confirms_no_segment_that_it_does_not_have() {
        assertThatThrownBy(() -> TRAIL.asService("insert into archive_confirmation values ('trail', 1, 9, now())"))
                .hasMessageContaining("permission denied for table archive_confirmation");
        TRAIL.asService("select archive_confirm('trail', 1, 9, repeat('0', 64))");

        assertThatThrownBy(() -> drop(12)).hasMessageContaining("nobody has confirmed a copy");
    }

    @Test
    void the_last_twelve_months_stay() {
        assertThatThrownBy(() -> drop(11)).hasMessageContaining("The last twelve months stay in the database");
    }

    @Test
    void younger_months_stay() {
        TRAIL.asOwner(CONFIRM.formatted(2));

        drop(15);

        assertThat(isDropped(0)).isFalse();
        assertThat(TRAIL.altered()).isEmpty();
    }

    @Test
    void a_month_that_was_dropped_is_not_dropped_again() {
        TRAIL.asOwner(CONFIRM.formatted(2));
        drop(12);

        drop(12);

        assertThat(isDropped(1)).isFalse();
    }

    @Test
    void only_the_owner_drops() {
        assertThatThrownBy(() -> TRAIL.asService("select archive_drop(12)"))
                .hasMessageContaining("permission denied for function archive_drop");
    }
}
