package kz.qadam.chassis.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A text that can be cleared leaves a digest that says nothing of it. */
class ClearableTextTest {

    @Test
    void the_digest_is_that_of_salt_and_text() {
        ClearableText text = ClearableText.of("The server was sold");

        assertThat(text.textDigest()).isEqualTo(ClearableText.digest(text.textSalt(), "The server was sold"));
    }

    @Test
    void equal_texts_have_different_digests() {
        assertThat(ClearableText.of("moved away").textDigest())
                .isNotEqualTo(ClearableText.of("moved away").textDigest());
    }
}
