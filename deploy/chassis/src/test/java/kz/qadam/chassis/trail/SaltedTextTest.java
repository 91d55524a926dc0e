package kz.qadam.chassis.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A text that can be cleared leaves a digest that says nothing of it. */
class SaltedTextTest {

    @Test
    void the_digest_is_that_of_salt_and_text() {
        SaltedText text = SaltedText.of("The server was sold");

        assertThat(text.textDigest()).isEqualTo(SaltedText.digest(text.textSalt(), "The server was sold"));
    }

    @Test
    void equal_texts_have_different_digests() {
        assertThat(SaltedText.of("moved away").textDigest())
                .isNotEqualTo(SaltedText.of("moved away").textDigest());
    }
}
