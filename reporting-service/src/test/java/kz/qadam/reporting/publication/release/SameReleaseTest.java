package kz.qadam.reporting.publication.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether two instances have made the same release. */
class SameReleaseTest {

    private static final String A = "a".repeat(64);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'on':1,'records':'A'} | {'on':1,'records':'A'} | true",
                "{'on':1,'records':'A'} | {'on':1,'records':'B'} | false",
                "{'on':1,'records':null} | {'on':1,'records':'A'} | false",
                "{'on':1}               | {'on':1,'records':'A'} | true",
                "{'on':1}               | {'on':1,'records':null} | true",
                "{'on':2}               | {'on':1,'records':'A'} | false"
            },
            quoteCharacter = '`')
    void only_a_document_of_the_version_before_may_lack_its_records(String kept, String made, boolean isSame) {
        assertThat(ReleaseMaker.isSame(document(kept), document(made))).isEqualTo(isSame);
    }

    private static byte[] document(String text) {
        return text.replace('\'', '"').replace("A", A).getBytes(UTF_8);
    }
}
