package kz.qadam.chassis.http.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptionalMemberGroupsTest {

    record Inner(String colour) {}

    record Nothing() {}

    record Outer(Integer size, String name, Inner inner, Nothing nothing) {}

    private static final Outer NONE = new Outer(null, null, new Inner(null), new Nothing());

    @Test
    void nothing_is_said_at_first() {
        assertThat(OptionalMemberGroups.none(Outer.class)).isEqualTo(NONE);
    }

    @Test
    void what_is_not_sent_stays_as_it_was() {
        var before = new Outer(1, "one", new Inner("red"), new Nothing());

        assertThat(OptionalMemberGroups.over(new Outer(2, null, new Inner("blue"), new Nothing()), before))
                .isEqualTo(new Outer(2, "one", new Inner("blue"), new Nothing()));
        assertThat(OptionalMemberGroups.over(NONE, before)).isEqualTo(before);
    }

    @Test
    void members_that_differ_are_named_in_their_order() {
        assertThat(OptionalMemberGroups.differences(new Outer(1, "one", new Inner("red"), new Nothing()), NONE))
                .containsExactly("size", "name", "colour");
        assertThat(OptionalMemberGroups.differences(NONE, NONE)).isEmpty();
    }
}
