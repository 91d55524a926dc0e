package kz.qadam.chassis.batch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;

/**
 * Texts are UTF-8, with or without a byte order mark; anything else is refused, never guessed. The bytes decide: many
 * clients declare a charset that they never thought of, and what is no UTF-8 hardly ever looks like it.
 */
final class Utf8 {

    private Utf8() {}

    /** A zero byte is a sign of UTF-16. */
    static String text(byte[] body) {
        try {
            int start = afterMark(body);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body, start, body.length - start))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw encoding();
            }
            return text;
        } catch (CharacterCodingException e) {
            throw encoding();
        }
    }

    static int afterMark(byte[] body) {
        boolean marked =
                body.length >= 3 && (body[0] & 0xff) == 0xef && (body[1] & 0xff) == 0xbb && (body[2] & 0xff) == 0xbf;
        return marked ? 3 : 0;
    }

    private static Problem encoding() {
        return new Problem(ProblemType.ENCODING, Text.of("encoding"));
    }
}
